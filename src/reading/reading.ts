import type { Amount } from '../domain/amount.js';
import type { AmountFault } from '../domain/read-amount.js';
import type { Answer, Answers } from '../forms/answers.js';
import type { Form } from '../forms/form.js';
import type { Command } from './commands.js';

/** What a question asks for: a whole question, one step of it, or one cell of a line. */
export interface Target {
  readonly question: string;
  readonly step?: string;
  readonly row?: string;
  readonly column?: string;
}

/** What the reader may know besides the words: the form, what is on it, and what was just asked. */
export interface Situation {
  readonly form: Form;
  readonly answers: Answers;
  readonly asked?: Target;
  /** The list that 第3条 means when nobody names one: the one last spoken of. */
  readonly list?: string;
  /** Steps that are being asked back about: nothing is reckoned from them. */
  readonly doubtful?: readonly string[];
  /** Last year's form of the same unit, where it is at hand. */
  readonly previous?: Answers;
  /** The day of the message, YYYY-MM-DD: 今年 and 明年 are reckoned from it. */
  readonly today: string;
}

/** What a blank is to hold: null to leave it blank. `working` is the sum that gave an amount. */
export interface ReadCell {
  readonly value: string | null;
  readonly said: string;
  readonly working?: string;
  /** The file it comes from, and where in it. */
  readonly source?: Answer['source'];
}

export type ReadRow = Readonly<Record<string, ReadCell>>;

/** One thing the words say about the form. Lines are counted from 0. */
export type Fact =
  | { readonly type: 'value'; readonly step: string; readonly cell: ReadCell }
  | {
      readonly type: 'rows';
      readonly step: string;
      readonly rows: readonly ReadRow[];
      readonly at?: number;
    }
  | { readonly type: 'cells'; readonly step: string; readonly row: number; readonly cells: ReadRow }
  | { readonly type: 'none'; readonly step: string }
  | { readonly type: 'remove'; readonly step: string; readonly rows: readonly number[] }
  | { readonly type: 'merge'; readonly step: string; readonly rows: readonly number[] }
  | { readonly type: 'move'; readonly step: string; readonly from: number; readonly to: number };

/** What must be asked before anything is put on the form. */
export type DoubtCode =
  | AmountFault
  | 'ambiguous-unit'
  | 'omission'
  | 'which-line' // one amount, several lines it could be for
  | 'line-count' // three amounts for four lines
  | 'conflict' // two figures for one blank
  | 'total-needed' // 剩下都是 X before the total is known
  | 'all-or-rest' // 全部是 X where other parts are known
  | 'parts-needed' // 人员80 without 公用
  | 'rest-later' // 其余为0 while a figure of the sum is being asked for
  | 'others-needed' // 剩下都是 X before any other part is known
  | 'nested' // 财政拨款900，其中基金100
  | 'negative-rest'
  | 'no-such-row'
  | 'which-list'
  | 'which-row' // 财政92，其他8, but of which line
  | 'several-rows' // a name that several lines hold
  | 'edit-unclear' // words about a line that nobody can carry out
  | 'year'
  | 'misfit' // a paragraph or a question where a name belongs
  | 'too-many-rows'
  | 'columns' // a table whose columns fit no list
  | 'table-unit' // a table whose figures may be in 元; params.table holds it
  | 'nameless' // ≥95% without what it is of
  | 'last-year' // 同去年 without last year's form
  | 'last-year-empty'; // 同去年 of what last year's form left out

/** A question back. `candidates` are amounts in 万元, each of which would settle it. */
export interface Doubt {
  readonly code: DoubtCode;
  readonly said: string;
  readonly step?: string;
  /** A line of the list, or of the lines that this message adds. */
  readonly row?: number;
  readonly newRow?: number;
  readonly column?: string;
  readonly candidates?: readonly Amount[];
  readonly params?: Readonly<Record<string, string>>;
  /** What the words are if they are content after all. */
  readonly otherwise?: readonly Fact[];
}

/** A total that a pasted table states: compared, never stored. In 万元. */
export interface StatedTotal {
  readonly step: string;
  readonly column: string;
  readonly amount: Amount;
}

/** What the words say about the form, what of it is doubtful, and what they state besides. */
export interface Facts {
  readonly type: 'facts';
  readonly facts: readonly Fact[];
  readonly doubts: readonly Doubt[];
  readonly stated: readonly StatedTotal[];
  /** Heads of a pasted table's columns that the form has no place for. */
  readonly ignored?: readonly string[];
  /** Whether the lines are all there are: a list that was taken over whole. */
  readonly isWhole?: true;
  /** Notes that came with the lines and are none of them. */
  readonly notes?: readonly string[];
}

export type Reading =
  | { readonly type: 'command'; readonly command: Command }
  | Facts
  /** A command with a slip in it: what was probably meant. */
  | { readonly type: 'slip'; readonly said: string; readonly meant: string }
  /** A question of the person's own. */
  | { readonly type: 'question'; readonly said: string }
  | { readonly type: 'unknown'; readonly said: string };

/** A reading of nothing but these facts. */
export function factsOnly(...facts: readonly Fact[]): Facts {
  return { type: 'facts', facts, doubts: [], stated: [] };
}

/** A reading that takes nothing and asks back. */
export function doubtOnly(doubt: Doubt): Facts {
  return { type: 'facts', facts: [], doubts: [doubt], stated: [] };
}
