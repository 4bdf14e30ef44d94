import { isUnavailable } from '../errors.js';
import type { Answers } from '../forms/answers.js';
import type { Form, Locale } from '../forms/form.js';
import { notice, phrase } from '../interview/notice.js';
import { previewText } from '../interview/preview.js';
import type { FilingAt } from '../interview/state.js';
import type { FileFormat } from '../reading/commands.js';
import type { Journal } from './journal.js';
import type { Documents, FilePart, FilingFile, Paper, Reply } from './ports.js';

/** Makes files and pictures of filings, as they were at a revision. */
export interface Printer {
  file(of: FilingFile, locale: Locale): Promise<Reply['parts']>;
  preview(filing: FilingAt, locale: Locale): Promise<Reply['parts']>;
  /** The form as a web page of its own. */
  webPage(filing: FilingAt): Promise<Uint8Array>;
}

const MIMES: Readonly<Record<FileFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};
/** The date of a form that nothing has been said in. */
const NEVER = Date.UTC(2000, 0, 1);
/** Pages that a preview shows: those of an ordinary form. 〔推〕 */
const PREVIEWED_PAGES = 3;

export function openPrinter(form: Form, journal: Journal, documents: Documents): Printer {
  /** The date on paper is that of the last change, so that the same revision makes the same bytes. */
  async function paperOf({ id, revision }: FilingAt, answers: Answers, draft: boolean) {
    const at = revision === 0 ? NEVER : (await journal.entry(id, revision)).at;
    const sheet = form.layout(answers, { draft });
    return { sheet, declaration: form.document(answers), at } satisfies Paper;
  }

  function isDraft(answers: Answers): boolean {
    return form.check(answers).some(({ severity }) => severity === 'error');
  }

  return {
    async file(of, locale) {
      const { format, draft } = of;
      const { answers } = await journal.loadAt(of);
      const paper = await paperOf(of, answers, draft);
      const name = `${form.fileName(answers, { draft })}.${format}`;
      const file = (data: Uint8Array): FilePart => ({
        type: 'file',
        name,
        mime: MIMES[format],
        data,
        of,
      });
      return ifAvailable(
        async () => [file(await documents.write(paper, format))],
        () => phrase(form, locale, notice('formatUnavailable', { format: format.toUpperCase() })),
      );
    },

    async webPage(filing) {
      const { answers } = await journal.loadAt(filing);
      return documents.write(await paperOf(filing, answers, isDraft(answers)), 'html');
    },

    /** Pictures of the first pages, or the form as text where nothing can draw. */
    async preview(filing, locale) {
      const { answers } = await journal.loadAt(filing);
      const draft = isDraft(answers);
      const paper = await paperOf(filing, answers, draft);
      const name = form.fileName(answers, { draft });
      return ifAvailable(
        async () => {
          const pages = await documents.picture(paper, PREVIEWED_PAGES);
          return pages.map((data, at) => {
            const of = { ...filing, page: at + 1 };
            return { type: 'image', name: `${name}-${at + 1}.png`, data, of };
          });
        },
        () => `${phrase(form, locale, notice('noPicture'))}\n${previewText(paper.sheet)}`,
      );
    },
  };
}

/** What is made, or these words where a part is missing that the installation may be without. */
async function ifAvailable(
  make: () => Promise<Reply['parts']>,
  otherwise: () => string,
): Promise<Reply['parts']> {
  try {
    return await make();
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return [{ type: 'text', text: otherwise() }];
  }
}
