import type { Answers } from '../forms/answers.js';
import type { Locale } from '../forms/form.js';
import type { FileFormat } from '../reading/commands.js';
import type { Doubt, Facts, Reading, Target } from '../reading/reading.js';
import type { Choice } from './choices.js';
import type { Entry, Filing } from './filing.js';
import type { Notice } from './notice.js';

/** A filing as its list shows it. */
export interface FilingSummary {
  readonly id: string;
  readonly year?: string;
  readonly unit?: string;
}

/** The question a person has in front of them. Its id grows, so that a press on an old one is known. */
export interface Prompt {
  readonly id: number;
  readonly target?: Target;
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
  /** Questions back, the first of which is being asked. */
  readonly doubts?: readonly OpenDoubt[];
  /** Questions put off until the others are answered. */
  readonly postponed: readonly string[];
  /** The list that 第3条 means: the one last spoken of. */
  readonly list?: string;
  /** Whether the review has been shown, so that a later change is not followed by all of it again. */
  readonly reviewed: boolean;
}

/** What a person's message comes to. */
export type Intent =
  | { readonly type: 'opened' }
  | { readonly type: 'reading'; readonly reading: Reading }
  /** `entry` is the journal's entry to take back or to bring again; undefined when there is none. */
  | { readonly type: 'undo' | 'redo'; readonly entry?: Entry }
  | { readonly type: 'settle'; readonly how: 'replace' | 'add' }
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
  /** Last year's form of the same unit, where this person filled it here. */
  readonly previous?: Answers;
}

/** The filing of the year before for the same unit, among those of a conversation. */
export function lastYears(
  filings: readonly FilingSummary[],
  { unit, year }: { readonly unit?: string; readonly year?: string },
): FilingSummary | undefined {
  if (unit === undefined || year === undefined) return undefined;
  const before = String(Number.parseInt(year, 10) - 1);
  return filings.findLast((each) => each.unit === unit && each.year === before);
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
