import type { Place } from '../../domain/finding.js';
import type { Answers } from '../../forms/answers.js';
import { takeContent } from '../../forms/content.js';
import type { DocumentRemarks, Form, Problem } from '../../forms/form.js';
import type { RawDocument } from '../raw-document.js';
import { printed } from './printed.js';
import { readDocument, type Unplaced } from './read-document.js';
import { reconcile } from './reconcile.js';

/** A form as a file holds it. All of it is a proposal until somebody confirms it. */
export interface ImportedForm {
  /** Every answer knows its place in the file. */
  readonly answers: Answers;
  readonly remarks: DocumentRemarks;
  /** What the file says and the form has no place for. */
  readonly unplaced: readonly Unplaced[];
  /** What a file of our own carries: the form as it was when the file was written. */
  readonly carried?: Answers;
  /** What was changed by hand in a file of our own since it was written. */
  readonly edited: readonly Place[];
}

/** What came of understanding a file: a form, or that it is none, and why. */
export type Imported =
  | { readonly ok: true; readonly form: ImportedForm }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Understands a file as a form. A file of our own comes back without loss, hand-made changes included. */
export function importDocument(form: Form, file: string, document: RawDocument): Imported {
  const { declaration } = document;
  const seen = readDocument(form, document);
  const own = declaration === undefined ? undefined : form.intake(declaration);
  if (!seen) {
    if (!own) return { ok: false, problems: [] };
    return own.ok ? { ok: true, form: { ...own, ...NOTHING_ELSE } } : own;
  }
  const { unplaced, content } = seen;
  const now = takeContent(form.steps, content, file);
  if (!own?.ok) return { ok: true, form: { ...now, unplaced, edited: [] } };
  const then = readDocument(form, printed(form.layout(own.answers, { draft: false })));
  if (!then) return { ok: true, form: { ...now, unplaced, edited: [] } };
  const { answers: seenThen } = takeContent(form.steps, then.content);
  const joined = reconcile(form, own.answers, seenThen, now.answers);
  return { ok: true, form: { remarks: now.remarks, unplaced, carried: own.answers, ...joined } };
}

const NOTHING_ELSE = { unplaced: [], edited: [] };
