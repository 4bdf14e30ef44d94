/**
 * The form in Typst's language. What a person wrote comes in as JSON and is never read as markup.
 * Machine fonts would fill in for missing characters, so that the same form looked different elsewhere:
 * hence `fallback: false`. A page without fill: the white ground of a later page would cover the first one
 * in an SVG of all pages (typst 5400). The column without width holds the least height of each row.
 */
export const TEMPLATE = `
#let form = json(bytes(sys.inputs.form))
#let red = rgb("#c00000")
#let distance = 15pt
#let hair = 0.5pt
#let sides = (left: left, center: center, right: right)

#set document(title: form.title, date: auto)
#set text(
  font: form.family,
  fallback: false,
  size: 10.5pt,
  lang: "zh",
  region: "cn",
  top-edge: 0.88em,
  bottom-edge: -0.12em,
)
#set par(leading: distance - 1em, spacing: distance - 1em + 1pt)
#set page(
  paper: "a4",
  margin: (top: 20mm, right: 18mm, bottom: 18mm, left: 18mm),
  fill: none,
  footer-descent: 4mm,
  footer: context align(center, {
    if form.mark != none { text(fill: red, form.mark) + h(2em) }
    "— " + counter(page).display() + " —"
  }),
  background: if form.watermark != none {
    rotate(-45deg, text(size: 150pt, fill: luma(92%), form.watermark))
  },
)

// A line may break on both sides of a box, whatever stands in it.
#let piece(text) = if text.clusters().len() == 1 { box(text) } else { text }
#let lines(paragraph) = paragraph.lines.map(line => line.map(piece).join()).join(linebreak())

#let above(line) = {
  set text(size: 12pt)
  if line.role == "draft-mark" { align(center, text(fill: red, weight: "bold", line.left)) }
  else if line.role == "table-number" { align(right, text(weight: "bold", line.left)) }
  else if line.role == "title" { align(center, text(size: 22pt, weight: "bold", line.left)) }
  else if line.role == "year" { align(center, line.left) }
  else { v(4mm) + line.left + h(1fr) + line.right }
}

#let body(cell) = {
  set text(size: cell.size * 1pt, weight: if cell.bold { "bold" } else { "regular" })
  let paragraphs = cell.paragraphs.map(each => pad(x: each.indent * 1mm, par(lines(each))))
  // A label beside rows on two pages stands on one of them, whole.
  let content = if cell.kept { block(breakable: false, paragraphs.join()) } else { paragraphs.join() }
  // An amount too long for its column in the smallest size may break, but not before 元.
  if cell.size < 7 { show "万元": box; content } else { content }
}

#for line in form.before { block(spacing: 5pt, width: 100%, above(line)) }

#table(
  columns: form.columns.map(width => width * 1mm) + (0pt,),
  stroke: hair,
  ..form.cells.map(cell => table.cell(
    x: cell.column,
    y: cell.row,
    colspan: cell.columnSpan,
    rowspan: cell.rowSpan,
    align: sides.at(cell.align) + if cell.role == "sign" { bottom } else { horizon },
    inset: (x: cell.margin * 1mm, y: 3.25pt),
    breakable: cell.rowSpan > 1 or not cell.kept,
    body(cell),
  )),
  ..form.rows.enumerate().map(((row, height)) => table.cell(
    x: form.columns.len(),
    y: row,
    inset: 0pt,
    stroke: (left: hair, rest: none),
    box(height: height * 1mm),
  )),
)
`;
