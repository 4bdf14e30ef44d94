import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { asMatrix, IDENTITY } from './matrix.js';
import { follows, type OperatorCodes, type Tracing } from './pdf-operators.js';
import { type Font, PLAIN_SETTING, startText } from './pdf-text.js';
import type { Page } from './printed-page.js';
import { Refusal } from './refusal.js';

/** What one page may show. A page of a form has some hundred runs of text and a hundred lines. 〔推〕 */
const MOST_DRAWN = 50_000;

/** Reads where the text and the straight lines of a page stand. */
export async function readPage(page: PDFPageProxy, codes: OperatorCodes): Promise<Page> {
  // Not its annotations: what somebody noted on a page is not the form.
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 });
  const { height, transform } = page.getViewport({ scale: 1 });
  const operators = fnArray.map((code, at): Operator => [code, argumentsOf(argsArray[at])]);
  const tracing: Tracing = {
    pen: { matrix: asMatrix(transform) ?? IDENTITY, setting: PLAIN_SETTING },
    cursor: startText(IDENTITY),
    saved: [],
    marks: [],
    fonts: fontsOf(page, operators, codes),
    pieces: [],
    rulings: [],
  };
  const follow = follows(codes);
  for (const [code, args] of operators) {
    follow.get(code)?.(tracing, args);
    if (tracing.pieces.length + tracing.rulings.length > MOST_DRAWN) throw new Refusal('too-much');
  }
  page.cleanup();
  return { height, pieces: tracing.pieces, rulings: tracing.rulings };
}

type Operator = readonly [code: number, args: readonly unknown[]];

function argumentsOf(args: unknown): readonly unknown[] {
  return Array.isArray(args) ? args : [];
}

/** The fonts that a page sets. pdfjs has them by the time it has listed the operators. */
function fontsOf(
  { commonObjs }: PDFPageProxy,
  operators: readonly Operator[],
  { setFont }: OperatorCodes,
): ReadonlyMap<unknown, Font> {
  const set = new Set(operators.filter(([code]) => code === setFont).map(([, [name]]) => name));
  return new Map(
    [...set].map((name) => {
      const isKnown = typeof name === 'string' && commonObjs.has(name);
      return [name, isKnown ? fontOf(commonObjs.get(name)) : PLAIN_SETTING.font];
    }),
  );
}

function fontOf(font: unknown): Font {
  if (typeof font !== 'object' || font === null) return PLAIN_SETTING.font;
  const matrix = 'fontMatrix' in font ? asMatrix(font.fontMatrix) : undefined;
  return { unit: matrix?.[0] ?? 0.001, vertical: 'vertical' in font && font.vertical === true };
}
