import type { Paper } from '../../app/ports.js';
import { messageOf } from '../../errors.js';
import { type TypesetForm, typeset } from './typst.js';

/** How the compiler says that a character has no glyph, which PDF/A does not allow. */
const LACKS_GLYPH = 'could not be displayed with';

/**
 * Writes a form as PDF/A-2b for printing and publishing. A character that the font lacks (most emoji, a few
 * rare names) makes it an ordinary PDF instead, where a box stands for the character.
 *
 * @param fonts a folder with Noto Serif SC, regular and bold, instead of the package of fonts.
 * @throws AppError `unavailable` when the compiler or the fonts are not installed.
 */
export function writePdf({ sheet, at }: Paper, fonts?: string): Promise<Uint8Array> {
  return typeset(sheet, fonts, (form) => bytesOf(form, Math.floor(at / 1000)));
}

function bytesOf(form: TypesetForm, seconds: number): Uint8Array {
  try {
    return form.pdf({ archival: true, seconds });
  } catch (error) {
    if (!messageOf(error).includes(LACKS_GLYPH)) throw error;
    return form.pdf({ archival: false, seconds });
  }
}
