/** A page's group begins and ends a line, four blanks in; no text of the form stands in the SVG, only outlines. */
const PAGE = /^ {4}<g[\s\S]*?^ {4}<\/g>$/gm;
const SYMBOL = /<symbol id="(\w+)"[\s\S]*?<\/symbol>/g;
const USED = /xlink:href="#(\w+)"/g;
const SIZE = /viewBox="0 0 ([\d.]+) ([\d.]+)"/;

/**
 * The first pages of an SVG in which Typst drew all pages below each other, each as an SVG of its own. A page
 * carries only the characters it shows: those of the whole form are megabytes that would be parsed every time.
 * Width and height need their unit, or the page is letter-boxed.
 */
export function svgPages(svg: string, count: number): readonly string[] {
  const [, width = '', total = ''] = SIZE.exec(svg) ?? [];
  const pages = svg.match(PAGE) ?? [];
  const height = Number(total) / pages.length;
  const symbols = new Map([...svg.matchAll(SYMBOL)].map(([symbol, id = '']) => [id, symbol]));
  return pages.slice(0, count).map((page, at) => {
    const used = new Set([...page.matchAll(USED)].map(([, id = '']) => symbols.get(id) ?? ''));
    return [
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"',
      ` width="${width}pt" height="${height}pt" viewBox="0 ${at * height} ${width} ${height}">`,
      `<defs>${[...used].join('')}</defs>${page}</svg>`,
    ].join('');
  });
}
