import type { Paper } from '../../app/ports.js';
import { AppError } from '../../errors.js';
import { svgPages } from './svg-pages.js';
import { typeset } from './typst.js';

/** Width of a picture in pixels: legible on a phone when it is enlarged, about 400 KB. */
const WIDTH = 1000;

/**
 * Draws the first pages of a form, or as many as it has.
 *
 * @param fonts a folder with Noto Serif SC, regular and bold, instead of the package of fonts.
 * @throws AppError `unavailable` when the compiler, the fonts or the drawing library are not installed.
 */
export async function drawPages(
  { sheet }: Paper,
  pages: number,
  fonts?: string,
): Promise<readonly Uint8Array[]> {
  const { Resvg } = await import('@resvg/resvg-js').catch((cause) => {
    throw new AppError('unavailable', 'PNG needs the package @resvg/resvg-js', { cause });
  });
  const draw = (svg: string) => {
    const picture = new Resvg(svg, {
      fitTo: { mode: 'width', value: WIDTH },
      background: '#ffffff',
      // Characters come as outlines: no font is needed, and looking for them takes long.
      font: { loadSystemFonts: false },
    });
    return new Uint8Array(picture.render().asPng());
  };
  const svgs = await typeset(sheet, fonts, (form) => svgPages(form.svg(), pages));
  return svgs.map(draw);
}
