/** Text that comes in pieces, gathered into paragraphs. */
export interface ParagraphFlow {
  add(text: string): void;
  /** A line ends within the paragraph. */
  breakLine(): void;
  /** The paragraph ends, if anything was written in it. */
  endParagraph(): void;
  /** The paragraph ends and counts, even when nothing was written in it. */
  closeParagraph(): void;
  /** All paragraphs, the open one too. */
  readonly paragraphs: () => readonly string[];
}

/** How the blanks of a source read: as they stand, or as a browser shows them. */
export type Blanks = 'kept' | 'collapsed';

/** Stands for a line break until the blanks around it are collapsed. It cannot come in with the text. */
const BREAK = '\u0000';

export function paragraphFlow(blanks: Blanks): ParagraphFlow {
  const ended: string[] = [];
  let open = '';
  const shown = () => (blanks === 'collapsed' ? collapse(open) : open).replaceAll(BREAK, '\n');
  const closeParagraph = () => {
    ended.push(shown());
    open = '';
  };
  const endParagraph = () => {
    if (shown().trim() === '') open = '';
    else closeParagraph();
  };
  return {
    add: (text) => {
      open += text.replaceAll(BREAK, '');
    },
    breakLine: () => {
      open += BREAK;
    },
    endParagraph,
    closeParagraph,
    paragraphs: () => {
      endParagraph();
      return ended;
    },
  };
}

/** 汉字 and full-width signs, “” ‘’ — … · among them: between two a line end of the source shows as nothing. */
const WIDE =
  '[\\u00B7\\u2014\\u2018-\\u201D\\u2026\\u2E80-\\u9FFF\\uF900-\\uFAFF\\uFF00-\\uFFEF\\u{20000}-\\u{3FFFF}]';
const WRAPPED = new RegExp(`(?<=${WIDE})[ \\t]*[\\r\\n][ \\t\\r\\n]*(?=${WIDE})`, 'gu');

/**
 * Blanks as a browser shows them: a line break at the end of a paragraph opens no line. Word wraps its HTML in the
 * middle of Chinese sentences.
 */
function collapse(text: string): string {
  return text
    .replace(WRAPPED, '')
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(new RegExp(` ?${BREAK} ?`, 'g'), BREAK)
    .replace(/^ | $/g, '')
    .replace(new RegExp(`${BREAK}$`), '');
}
