import type { Cause } from '../forms/diagnosis.js';

/** A blank and what is in it, as a sentence shows it. */
export interface Taken {
  readonly label: string;
  /** As printed, amounts with their unit; none when the blank is empty. */
  readonly value?: string;
  readonly isAmount?: true;
  /** What was there before; null for a blank left empty on purpose. */
  readonly was?: string | null;
  /** The sum that gave an amount. */
  readonly working?: string;
  /** The person's words, where they differ from the value. */
  readonly said?: string;
}

/** Whose form it is, for which year, as far as that is known. */
export interface FormName {
  readonly title: string;
  readonly unit?: string;
  readonly year?: string;
}

/** A filing in a person's list of them. */
export interface FilingItem extends Omit<FormName, 'title'> {
  readonly n: number;
  readonly isOpen: boolean;
  readonly archived?: true;
  /** Days within which it can be brought back, where it has been deleted. */
  readonly daysLeft?: number;
}

/** A line of a list in short, numbered as on the form. */
export interface LineInShort {
  readonly n: number;
  readonly name?: string;
  readonly value?: string;
}

/** Lines from first to last; `omitted` says how many between the last two are not shown. */
export interface LinesInShort {
  readonly lines: readonly LineInShort[];
  readonly omitted: number;
}

/** A sum shown term by term. `whole` is what it should equal. Amounts in 万元. */
export interface Reckoning {
  readonly label: string;
  /** Whether every term has been asked for. */
  readonly isComplete: boolean;
  readonly terms: readonly { readonly label: string; readonly amount?: string }[];
  readonly sum: string;
  readonly whole?: {
    readonly label: string;
    readonly amount: string;
    readonly difference: string;
  };
}

/** A total that somebody stated for a column, in 万元. */
export interface StatedSum {
  readonly label: string;
  readonly amount: string;
}

/** What may have happened to a figure or a line, and the change that settles it. Lines count from 1, amounts in 万元. */
export interface DifferenceIdea {
  readonly cause: Cause;
  /** Whether everything ties after it. */
  readonly isAll: boolean;
  /** The list or the blank it is about. */
  readonly label: string;
  readonly n?: number;
  /** The line's first cell. */
  readonly name?: string;
  readonly from?: string;
  readonly to?: string;
  readonly cells?: readonly { readonly label: string; readonly amount: string }[];
}

/** The findings of one section in words; those that can be taken note of have numbers. */
export interface CheckedSection {
  readonly section: string;
  readonly lines: readonly { readonly n?: number; readonly words: string }[];
}

/** How much of a section there is: values, and lines of its lists. */
export interface SectionCount {
  readonly label: string;
  readonly values: number;
  readonly lines: number;
}

/** A line of a section that would be wrong on the form, counted from 1. */
export interface DoubtfulLine {
  readonly n?: number;
  readonly words: string;
}

/** What of a file was not taken, and what was edited in it by hand. */
export interface FileRest {
  readonly unplaced: readonly { readonly words: string; readonly at: string }[];
  readonly strays: readonly { readonly heading: string; readonly name: string }[];
  /** Labels of what was edited. */
  readonly edited: readonly string[];
}

/** Where two states of a form differ: a value, a cell of a line, or a whole line. null is blank. */
export interface Difference {
  /** The value, or the list. */
  readonly label: string;
  readonly n?: number;
  readonly name?: string;
  readonly column?: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly isNew?: true;
  readonly isGone?: true;
  /** Where a line stood before it was moved, from 1. */
  readonly movedFrom?: number;
  /** Lines of the list stand in another order. */
  readonly isReordered?: true;
  /** A warning was taken note of. */
  readonly isNoted?: true;
  /** Whether the list was called finished, or opened again. */
  readonly isFinished?: boolean;
}

/** Where a file says otherwise than the filing. */
export interface FileDifference extends Difference {
  /** The cell of the file. */
  readonly at?: string;
}

/** A blank by its label; of a line, the list's label, the line's number from 1, and the column's label. */
export interface BlankInWords {
  readonly label: string;
  readonly n?: number;
  readonly column?: string;
}

/** What a change did to a blank (its new value, none when it was emptied) or to a list. */
export type ChangeSummary =
  | { readonly label: string; readonly kind: 'value'; readonly value?: string }
  | { readonly kind: 'noted'; readonly count: number }
  | {
      readonly label: string;
      readonly kind: 'list';
      readonly added: number;
      readonly removed: number;
      readonly edited: number;
    };
