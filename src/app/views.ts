import { LRUCache } from 'lru-cache';
import { countBySeverity } from '../domain/finding.js';
import type { Answer, Answers } from '../forms/answers.js';
import { rowsOf } from '../forms/answers.js';
import type { Form, Locale } from '../forms/form.js';
import { isOpen } from '../interview/ask.js';
import { listedFilings } from '../interview/filings/filings.js';
import { type BlankRef, blankInWords, type Fills, findBlank } from '../interview/form-view/fill.js';
import { type FormView, formView } from '../interview/form-view/form-view.js';
import { type FillFaults, fillFaults } from '../interview/form-view/read-fills.js';
import { comparison } from '../interview/history/comparison.js';
import { type EntryInWords, entryInWords } from '../interview/history/entries.js';
import { type Notice, notice, phrase } from '../interview/notice.js';
import { remarksOf } from '../interview/review.js';
import type { FilingAt } from '../interview/state.js';
import type { Words } from '../interview/understand.js';
import type { FileFormat } from '../reading/commands.js';
import type { Journal } from './journal.js';
import type { FilingFile, FilingPage, Reply } from './ports.js';
import type { Printer } from './printer.js';
import type { States, Who } from './states.js';

/** Where the value of a blank comes from. */
export interface Origin {
  readonly value: string | null;
  readonly said?: string;
  readonly source?: Answer['source'];
  readonly revision: number;
  readonly by: string;
  readonly channel: string;
  readonly at: number;
}

/** A filing in a person's list. */
export interface FilingInList {
  /** Its number, by which it is spoken of. */
  readonly n: number;
  readonly unit?: string;
  readonly year?: string;
  readonly isOpen: boolean;
  readonly state: 'active' | 'archived' | 'deleted';
  readonly daysLeft?: number;
  /** Questions that are done, of all. */
  readonly answered: number;
  readonly of: number;
  /** In what has been filled: a blank that will still be asked for is none. */
  readonly errors: number;
  /** Milliseconds since 1970. */
  readonly changedAt?: number;
}

/** What one section says otherwise, in words. */
export interface SectionInWords {
  readonly label: string;
  readonly lines: readonly string[];
}

/**
 * What a channel may show besides the conversation. Everything is of the person's own filings: undefined for one
 * that is not.
 */
export interface Views {
  locale(who: Who): Promise<Locale>;
  form(who: Who): Promise<FormView>;
  /** What a person did on the form, in words, where they said nothing. */
  said(who: Who, did: Extract<Words, { type: 'fill' | 'fills' | 'revert' }>): Promise<string>;
  /** For each of some blanks and new lines, why what is written there cannot be taken; undefined where it can. */
  faults(who: Who, written: Fills): Promise<FillFaults<string>>;
  /** Undefined when nobody has filled the blank. */
  origin(who: Who, blank: BlankRef): Promise<Origin | undefined>;
  /** Entries before a revision, newest first. */
  timeline(who: Who, before: number, most: number): Promise<readonly EntryInWords[]>;
  /** What changed from one revision to another; 0 is the empty form. */
  differences(who: Who, from: number, to: number): Promise<readonly SectionInWords[] | undefined>;
  filings(who: Who): Promise<readonly FilingInList[]>;
  /** The open filing as a file, as it is now. */
  currentFile(who: Who, format: FileFormat): Promise<FilingFile>;
  file(who: Who, of: FilingFile): Promise<Reply['parts'] | undefined>;
  page(who: Who, of: FilingPage): Promise<Reply['parts'] | undefined>;
  /** The form as a web page of its own. */
  webPage(who: Who, at: FilingAt): Promise<Uint8Array | undefined>;
}

/** Previews held in memory, a few hundred kilobytes each. */
const MOST_PREVIEWS = 8;

export function openViews(parts: {
  readonly form: Form;
  readonly journal: Journal;
  readonly states: States;
  readonly printer: Printer;
}): Views {
  const { form, journal, states, printer } = parts;
  // All pages of a preview are drawn at once, and asked for one by one.
  const previews = new LRUCache<string, Promise<Reply['parts']>>({ max: MOST_PREVIEWS });

  /** Whether a filing is one of the person's, and has come as far as a revision. */
  async function isOwn(who: Who, { id, revision }: FilingAt): Promise<boolean> {
    const { state } = await states.load(who);
    const { conversation, today } = state;
    const isListed = listedFilings(conversation, today).some((each) => each.id === id);
    if (!isListed && conversation.filing !== id) return false;
    const filing = await journal.load(id, who.person);
    return revision >= 0 && revision <= filing.revision;
  }

  async function answersAt(id: string, revision: number): Promise<Answers> {
    return (await journal.loadAt({ id, revision })).answers;
  }

  return {
    locale: (who) => states.locale(who),
    form: async (who) => formView(form, (await states.load(who)).state),
    async said(who, did) {
      const { filing, conversation } = (await states.load(who)).state;
      if (did.type === 'revert') {
        return phrase(form, conversation.locale, notice('revertedEntry', did));
      }
      const fills = did.type === 'fills' ? did.fills : [did];
      const filled = fills.map(({ text, ...ref }) => {
        const found = findBlank(form, filing.answers, ref);
        const blank = found ? blankInWords(found) : { label: '' };
        return phrase(form, conversation.locale, notice('filledIn', { blank, text }));
      });
      const added =
        did.type === 'fills' ? did.lines.map(({ cells }) => Object.values(cells).join('，')) : [];
      return [...filled, ...added].join('\n');
    },
    async faults(who, written) {
      const { state } = await states.load(who);
      const { fills, lines } = fillFaults(form, state, written);
      const inWords = (fault: readonly Notice[] | undefined) =>
        fault?.map((each) => phrase(form, state.conversation.locale, each)).join(' ');
      return { fills: fills.map(inWords), lines: lines.map(inWords) };
    },
    async origin(who, blank) {
      const { filing } = (await states.load(who)).state;
      if (!findBlank(form, filing.answers, blank)) return undefined;
      const answer = answerIn(filing.answers, blank);
      if (!answer) return undefined;
      const { at, by, channel } = await journal.entry(filing.id, answer.rev);
      const { value, said, source, rev: revision } = answer;
      return {
        value,
        ...(said !== undefined && { said }),
        ...(source && { source }),
        ...{ revision, by, channel, at },
      };
    },
    async timeline(who, before, most) {
      const { filing, conversation } = (await states.load(who)).state;
      const newest = Math.min(before - 1, filing.revision);
      const revisions = Array.from({ length: Math.min(most, newest) }, (_, at) => newest - at);
      const entries = await Promise.all(
        revisions.map((revision) => journal.entry(filing.id, revision)),
      );
      return entries.map((entry) => entryInWords(form, conversation.locale, filing.answers, entry));
    },
    async differences(who, from, to) {
      const { filing, conversation } = (await states.load(who)).state;
      const isThere = [from, to].every((each) => each >= 0 && each <= filing.revision);
      if (!isThere) return undefined;
      const [then, now] = await Promise.all([answersAt(filing.id, from), answersAt(filing.id, to)]);
      return comparison(form, then, now).map(({ label, differences }) => ({
        label,
        lines: differences.map((change) =>
          phrase(form, conversation.locale, notice('changeLine', { change })),
        ),
      }));
    },
    async filings(who) {
      const { conversation, today } = (await states.load(who)).state;
      const listed = listedFilings(conversation, today);
      return Promise.all(
        listed.map(async ({ id, n, unit, year, isOpen: isInHand, archived, daysLeft }) => {
          const filing = await journal.load(id, who.person);
          const { answers, revision } = filing;
          const done = form.questions.filter((question) => !isOpen(question, answers));
          const state = daysLeft === undefined ? (archived ? 'archived' : 'active') : 'deleted';
          return {
            ...{ n, isOpen: isInHand, state, answered: done.length, of: form.questions.length },
            ...(unit !== undefined && { unit }),
            ...(year !== undefined && { year }),
            ...(daysLeft !== undefined && { daysLeft }),
            errors: formView(form, { filing, conversation, today }).counts.error,
            ...(revision > 0 && { changedAt: (await journal.entry(id, revision)).at }),
          } satisfies FilingInList;
        }),
      );
    },
    async currentFile(who, format) {
      const { state } = await states.load(who);
      const { id, revision, answers } = state.filing;
      const draft = countBySeverity(form.check(answers, remarksOf(state))).error > 0;
      return { id, revision, format, draft };
    },
    async file(who, of) {
      if (!(await isOwn(who, of))) return undefined;
      // Errors mark a draft, whatever is asked for.
      const { error } = countBySeverity(form.check(await answersAt(of.id, of.revision)));
      const { locale } = await states.conversation(who);
      return printer.file({ ...of, draft: of.draft || error > 0 }, locale);
    },
    webPage: async (who, at) => ((await isOwn(who, at)) ? printer.webPage(at) : undefined),
    async page(who, of) {
      if (!(await isOwn(who, of))) return undefined;
      const { locale } = await states.conversation(who);
      const { id, revision } = of;
      const key = `${id}@${revision}`;
      const drawn = previews.get(key) ?? printer.preview({ id, revision }, locale);
      previews.set(key, drawn);
      drawn.catch(() => previews.delete(key));
      return (await drawn).slice(of.page - 1, of.page);
    },
  };
}

function answerIn(answers: Answers, { step, row, column }: BlankRef): Answer | undefined {
  if (row === undefined || column === undefined) return answers.values[step];
  return rowsOf(answers, step).find(({ id }) => id === row)?.cells[column];
}
