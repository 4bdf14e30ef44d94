import { departmentOverall } from './department-overall/form.js';
import type { Form } from './form.js';

/** The forms this program can fill, by id. A new form is one folder and one line here. */
export const FORMS: Readonly<Record<string, () => Form>> = {
  'department-overall': departmentOverall,
};
