import { z } from 'zod';
import { departmentOverall } from '../forms/department-overall/form.js';

/** `shenbao schema`: the JSON Schema of a finished declaration. */
export async function schema(): Promise<number> {
  const json = z.toJSONSchema(departmentOverall().declarationSchema);
  process.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
  return 0;
}
