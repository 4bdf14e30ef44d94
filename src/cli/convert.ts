import { stat, writeFile } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import type { Documents, Paper } from '../app/ports.js';
import { readConfig } from '../config.js';
import { AppError, messageOf } from '../errors.js';
import { openDocuments } from '../main.js';
import { readTwo } from './arguments.js';
import { formIn, notTaken } from './document.js';
import { isMissing } from './files.js';
import { cliWording } from './wording.js';

const USAGE = 'shenbao convert IN OUT';

/** What a file can be made into, by its ending. Pictures of further pages are numbered. */
const WRITERS: ReadonlyMap<
  string,
  (documents: Documents, paper: Paper) => Promise<readonly Uint8Array[]>
> = new Map([
  ['.json', async (_, { declaration }) => [asJson(declaration)]],
  ['.docx', async (documents, paper) => [await documents.write(paper, 'docx')]],
  ['.xlsx', async (documents, paper) => [await documents.write(paper, 'xlsx')]],
  ['.pdf', async (documents, paper) => [await documents.write(paper, 'pdf')]],
  ['.html', async (documents, paper) => [await documents.write(paper, 'html')]],
  ['.png', async (documents, paper) => documents.picture(paper, MOST_PAGES)],
]);
const MOST_PAGES = 60;

/** `shenbao convert`: a form in a file, made into a file of another format; with errors it is marked as a draft. */
export async function convert(args: readonly string[]): Promise<number> {
  const [from, to] = readTwo(args, USAGE);
  const write = WRITERS.get(extname(to).toLowerCase());
  if (!write) {
    throw new AppError('input', cliWording().noFormat(to, [...WRITERS.keys()].join(' ')));
  }
  const documents = openDocuments(readConfig());
  try {
    const found = await formIn(from, documents);
    const { definition: form, answers, remarks } = found;
    const draft = form.check(answers, remarks).some(({ severity }) => severity === 'error');
    const paper: Paper = {
      sheet: form.layout(answers, { draft }),
      declaration: form.document(answers),
      // The same file makes the same bytes again.
      at: (await stat(from)).mtimeMs,
    };
    const made = await write(documents, paper);
    for (const [at, data] of made.entries()) {
      const path = numbered(to, at);
      await save(path, data);
      process.stdout.write(`${path}\n`);
    }
    // What was not carried over must not vanish without a word.
    for (const line of notTaken(found)) process.stderr.write(`${line}\n`);
    return 0;
  } finally {
    await documents.close();
  }
}

async function save(path: string, data: Uint8Array): Promise<void> {
  try {
    await writeFile(path, data);
  } catch (error) {
    const words = isMissing(error)
      ? cliWording().notFound(dirname(path))
      : cliWording().unwritable(path, messageOf(error));
    throw new AppError('input', words, { cause: error });
  }
}

function asJson(declaration: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(declaration, null, 2)}\n`);
}

/** a.png, a-2.png, a-3.png. */
function numbered(path: string, at: number): string {
  if (at === 0) return path;
  const ending = extname(path);
  return `${path.slice(0, -ending.length)}-${at + 1}${ending}`;
}
