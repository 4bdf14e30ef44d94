import type { Answers } from '../forms/answers.js';
import type { Locale, Problem } from '../forms/form.js';
import type { FileFormat } from '../reading/commands.js';
import type { ImportedForm } from '../reading/document/import.js';
import type { FileFault } from '../reading/raw-document.js';
import type { Doubt, Facts, Reading, Target } from '../reading/reading.js';
import type { Choice } from './choices.js';
import type { Entry, Filing } from './filing.js';
import type { BlankRef } from './form-view/fill.js';
import type { Notice } from './notice.js';

/** A filing as its list shows it. */
export interface FilingSummary {
  readonly id: string;
  readonly year?: string;
  readonly unit?: string;
  /** Put away, and out of the way. */
  readonly archived?: true;
  /** The day it was deleted, YYYY-MM-DD: for some time after it can be brought back. */
  readonly deletedOn?: string;
}

/** The question a person has in front of them. Its id grows, so that a press on an old one is known. */
export interface Prompt {
  readonly id: number;
  readonly target?: Target;
  /** The section of a file that is being asked about; `kind` asks what the file is. */
  readonly importing?: { readonly section: string } | 'kind';
  readonly choices: readonly Choice[];
  /** Choices are numbered 1, 2, 3, or A, B, C where a number would be an answer. */
  readonly keys: 'digits' | 'letters';
}

/** A question back that is still to be answered, and what it is about. */
export interface OpenDoubt {
  readonly doubt: Doubt;
  readonly target?: Target;
  /** The revision it was raised at, by a message that changed nothing: 撤销 then takes back the question. */
  readonly at?: number;
  /** It has been said: unless it offers readings to choose from, the plain question comes next time. */
  readonly isSaid?: true;
}

/** A reading that waits for a word: are its lines to replace the list or to be added to it? */
export interface Pending {
  readonly step: string;
  readonly reading: Facts;
  /** It looked like a wish and may be a line after all: it lapses without a word. */
  readonly isLine?: true;
}

/** A file's form that somebody sent, kept under the id of the message it came with. */
export interface ImportedFile {
  readonly id: string;
  readonly name: string;
  readonly form: ImportedForm;
}

/**
 * What a file is to the filing: last year's form, to be carried over section by section; this year's, to be
 * taken as it is; or this year's with changes made by hand.
 */
export type FileUse = 'last-year' | 'this-year' | 'changes';

/** A file that is being gone through. */
export interface Importing {
  readonly id: string;
  /** None until the person has said. */
  readonly use?: FileUse;
  /** Sections that are still to be confirmed or left. */
  readonly sections: readonly string[];
}

/** One person in one place on one channel. */
export interface Conversation {
  readonly id: string;
  readonly locale: Locale;
  /** The filing being filled; none before the first answer of a new one. */
  readonly filing: string;
  readonly filings: readonly FilingSummary[];
  /** Where the person went, out of turn; `isWalkingBack` when 返回 led there, question by question. */
  readonly focus?: Target;
  readonly isWalkingBack?: true;
  readonly prompt?: Prompt;
  readonly pending?: Pending;
  readonly importing?: Importing;
  /** Last year's forms that came as files, by the filing they serve: the file's id. */
  readonly lastYearFiles?: Readonly<Record<string, string>>;
  /** Questions back, the first of which is being asked. */
  readonly doubts?: readonly OpenDoubt[];
  /** Questions put off until the others are answered. */
  readonly postponed: readonly string[];
  /** The list that 第3条 means: the one last spoken of. */
  readonly list?: string;
  /** Whether the review has been shown, so that a later change is not followed by all of it again. */
  readonly reviewed: boolean;
}

/** A year that takes the place of another in texts that are carried over. */
export interface YearChange {
  readonly from: string;
  readonly to: string;
}

/** What can be said to a file that was sent; `unclear` is what fits none of it. */
export type FileWord =
  | { readonly type: 'last-year' | 'this-year' | 'drop' | 'unclear' }
  | { readonly type: 'leave' }
  | { readonly type: 'later' }
  | { readonly type: 'adopt' | 'adopt-all'; readonly year?: YearChange };

/** What a person's message comes to. */
export type Intent =
  | { readonly type: 'opened' }
  | { readonly type: 'reading'; readonly reading: Reading }
  /** `entry` is the journal's entry to take back or to bring again; undefined when there is none. */
  | { readonly type: 'undo' | 'redo'; readonly entry?: Entry }
  | { readonly type: 'revert'; readonly entry?: Entry }
  /** Words were written into a blank that is not there any more, or says something else by now. */
  | { readonly type: 'blank-gone' }
  /** It was meant for another filing than the one that is open by now. */
  | { readonly type: 'elsewhere' }
  | { readonly type: 'overtaken'; readonly ref: BlankRef }
  | { readonly type: 'settle'; readonly how: 'replace' | 'add' }
  | { readonly type: 'file'; readonly file: ImportedFile }
  /** A new filing for the year after one that is here, which comes as a file does. */
  | { readonly type: 'copy'; readonly file: ImportedFile }
  | { readonly type: 'file-refused'; readonly name: string; readonly fault: FileFault }
  | { readonly type: 'no-form'; readonly name: string; readonly problems: readonly Problem[] }
  | { readonly type: 'settle-file'; readonly said: FileWord }
  | { readonly type: 'late-press' }
  | { readonly type: 'oversize'; readonly characters: number };

/** A filing as its journal had it at a revision: what shows it shows the same, whenever that is done. */
export interface FilingAt {
  readonly id: string;
  readonly revision: number;
}

/** What must happen outside the core, as plain data. */
export type Effect =
  | { readonly type: 'say'; readonly notice: Notice }
  | Asking
  | { readonly type: 'preview'; readonly filing: FilingAt }
  | {
      readonly type: 'export';
      readonly filing: FilingAt;
      readonly format: FileFormat;
      readonly draft: boolean;
    };

/** A question put to the person, with the sentences that lead to it. */
export interface Asking {
  readonly type: 'ask';
  readonly notices: readonly Notice[];
  readonly prompt: Prompt;
}

export interface State {
  readonly filing: Filing;
  readonly conversation: Conversation;
  /** Last year's form of the same unit, where this person filled it here or sent it. */
  readonly previous?: Answers;
  /** The file that is being gone through. */
  readonly file?: ImportedFile;
  /** The day of the message, YYYY-MM-DD: 今年 and 明年 are reckoned from it. */
  readonly today: string;
}

/** The filing of the year before for the same unit, among those of a conversation. */
export function lastYears(
  filings: readonly FilingSummary[],
  { unit, year }: { readonly unit?: string; readonly year?: string },
): FilingSummary | undefined {
  if (unit === undefined || year === undefined) return undefined;
  const before = String(Number.parseInt(year, 10) - 1);
  return filings.findLast(
    (each) => each.unit === unit && each.year === before && each.deletedOn === undefined,
  );
}

/** A conversation that nothing has been said in. */
export function newConversation(id: string, locale: Locale): Conversation {
  return {
    id,
    locale,
    filing: filingId(id, 1),
    filings: [],
    postponed: [],
    reviewed: false,
  };
}

/** The id of a conversation's n-th filing. */
export function filingId(conversation: string, n: number): string {
  return `${conversation}/${n}`;
}
