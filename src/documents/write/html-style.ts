import type { Sheet } from '../../forms/sheet.js';

/**
 * The look on a screen, on a phone, where columns give way to their texts, and on A4 paper. What is fixed is
 * printed on every page: so the draft's mark is. Faces and sizes as in the Word file.
 */
const LOOK = `
:root { color-scheme: light; }
body { margin: 0; background: #eee; color: #000; font: 10.5pt/15pt FangSong_GB2312, FangSong, STFangsong, serif; }
main { box-sizing: border-box; width: 210mm; max-width: 100%; margin: 0 auto; padding: 20mm 18mm 18mm; background: #fff; overflow-x: auto; }
h1, p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
h1 { font: bold 22pt/1.4 FZXiaoBiaoSong-B05S, SimSun, STSong, serif; text-align: center; }
.table-number, .year, .signatures, .draft-mark { font-size: 12pt; line-height: 1.6; }
.table-number { font-family: SimHei, STHeiti, sans-serif; text-align: right; }
.year, .draft-mark { text-align: center; }
.signatures { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2em; margin-top: 4mm; }
.draft-mark { color: #c00000; font-family: SimHei, STHeiti, sans-serif; }
.watermark { position: fixed; inset: 0; display: grid; place-content: center; color: rgb(0 0 0 / 8%); font: 120pt/1 SimSun, STSong, serif; rotate: -45deg; pointer-events: none; }
table { width: 100%; border-collapse: collapse; }
th, td { box-sizing: border-box; padding: 1pt 1mm; border: 0.5pt solid #000; font-weight: normal; vertical-align: middle; }
.label, .head { font-family: SimSun, STSong, serif; font-weight: bold; }
.text p + p { margin-top: 1pt; }
.amount, .sum { padding: 1pt 0.3mm; }
.amount p, .sum p { white-space: nowrap; }
.sign { vertical-align: bottom; }
.left { text-align: left; }
.center { text-align: center; }
.right { text-align: right; }
.vertical p { width: 1em; margin: 0 auto; line-break: anywhere; }
@media screen and (max-width: 210mm) {
  body { font-size: 13px; line-height: 1.4; }
  main { padding: 12px 8px; }
  h1 { font-size: 20px; }
  .table-number, .year, .signatures, .draft-mark { font-size: 14px; }
  .amount p, .sum p { font-size: 11px; }
}
@page { size: A4; margin: 20mm 18mm 18mm; @bottom-center { content: "— " counter(page) " —"; } }
@media print {
  body { background: none; }
  main { width: auto; padding: 0; overflow: visible; }
  .kept { break-inside: avoid; }
}
`;

/** The style sheet of a form: widths and heights stand here, so that no element needs a style of its own. */
export function styleOf({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>): string {
  const ordinary = rows[0]?.minHeight ?? 0;
  const widths = columns.map((width, at) => `col:nth-child(${at + 1}) { width: ${width}mm; }\n`);
  const heights = rows.flatMap(({ minHeight }, at) =>
    minHeight === ordinary ? [] : [`tr:nth-child(${at + 1}) { height: ${minHeight}mm; }\n`],
  );
  return [LOOK, `tr { height: ${ordinary}mm; }\n`, ...widths, ...heights].join('');
}
