import { createRequire } from 'node:module';
import { setImmediate as eventLoopTurn } from 'node:timers/promises';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { AppError } from '../../errors.js';
import type { Sheet } from '../../forms/sheet.js';
import { typstPlan } from './typst-plan.js';
import { TEMPLATE } from './typst-template.js';

const COMPILER_PACKAGE = '@myriaddreamin/typst-ts-node-compiler';
const FONT_PACKAGE = '@expo-google-fonts/noto-serif-sc';
const FONT_FILES = [
  `${FONT_PACKAGE}/400Regular/NotoSerifSC_400Regular.ttf`,
  `${FONT_PACKAGE}/700Bold/NotoSerifSC_700Bold.ttf`,
];
/** The family of those files. A machine's own fonts cannot be switched off, but come after those given. */
const FAMILY = 'Noto Serif SC';
/** How many forms later a part of a layout that was not needed again is forgotten. */
const CACHE_AGE = 1;

/** A form set in pages. Good until the function that was given it returns. */
export interface TypesetForm {
  /** @param options.seconds the document's date since 1970, UTC. Throws when `archival` (PDF/A-2b) cannot be. */
  pdf(options: { readonly archival: boolean; readonly seconds: number }): Uint8Array;
  /** All pages below each other, every one in a `<g>` of its own, without a ground. */
  svg(): string;
}

/** The compiler for each folder of fonts. Making one reads every font of the machine: 0.2 s. */
const compilers = new Map<string | undefined, Promise<NodeCompiler>>();

/**
 * Sets a form in pages and lets `draw` make something of them.
 *
 * @param fonts a folder with Noto Serif SC, regular and bold, instead of the package of fonts.
 * @throws AppError `unavailable` when the compiler or the fonts are not installed.
 */
export async function typeset<T>(
  sheet: Sheet,
  fonts: string | undefined,
  draw: (form: TypesetForm) => T,
): Promise<T> {
  const created = compilers.get(fonts) ?? createCompiler(fonts);
  compilers.set(fonts, created);
  const compiler = await created;
  try {
    return draw(typesetForm(compiler, sheet));
  } finally {
    // Native memory is freed only when what is old is evicted and the event loop turns: else it grows to GBs.
    compiler.evictCache(CACHE_AGE);
    await eventLoopTurn();
  }
}

function typesetForm(compiler: NodeCompiler, sheet: Sheet): TypesetForm {
  const document = compile(compiler, sheet);
  return {
    pdf: ({ archival, seconds }) =>
      new Uint8Array(
        compiler.pdf(document, {
          creationTimestamp: seconds,
          ...(archival && { pdfStandard: 'a-2b' }),
        }),
      ),
    svg: () => compiler.plainSvg(document),
  };
}

function compile(compiler: NodeCompiler, sheet: Sheet) {
  const form = JSON.stringify({ ...typstPlan(sheet), family: FAMILY });
  const compiled = compiler.compile({ mainFileContent: TEMPLATE, inputs: { form } });
  const said = [compiled.takeWarnings(), compiled.takeError()].map((fault) =>
    fault === null ? '' : JSON.stringify(compiler.fetchDiagnostics(fault)),
  );
  if (said.join().includes('unknown font family')) {
    throw new AppError('unavailable', `PDF and PNG need the font ${FAMILY}: the folder lacks it`);
  }
  if (compiled.result === null) {
    throw new AppError('bug', 'typst refused the template', { cause: new Error(said.join()) });
  }
  return compiled.result;
}

async function createCompiler(fonts: string | undefined): Promise<NodeCompiler> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler').catch((cause) => {
    throw new AppError('unavailable', `PDF and PNG need the package ${COMPILER_PACKAGE}`, {
      cause,
    });
  });
  const fontPaths = fonts === undefined ? packagedFonts() : [fonts];
  return NodeCompiler.create({ fontArgs: [{ fontPaths }] });
}

function packagedFonts(): string[] {
  const { resolve } = createRequire(import.meta.url);
  try {
    return FONT_FILES.map((file) => resolve(file));
  } catch (cause) {
    throw new AppError('unavailable', `PDF and PNG need the package ${FONT_PACKAGE}`, { cause });
  }
}
