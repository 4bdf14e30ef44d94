import { levels, nearest, SAME_PLACE } from './levels.js';
import type { Box, Ruling } from './printed-page.js';
import { Refusal } from './refusal.js';
import { regionsOf, walls } from './regions.js';

/** A gap in a line that is no wider, in points, is none: lines come in pieces, dotted ones as dots. */
const GAP = 3;
/** What is shorter, in points, rules nothing. */
const SHORTEST = 5;
/** Places of a grid. 3,000 rows of 64 columns are read of a whole document. */
const MOST_PLACES = 200_000;

/** A cell by the lines around it; rows and columns count from 0 and follow the lines of its own table. */
export interface RuledCell extends Box {
  readonly row: number;
  readonly rowSpan: number;
}

/** A table on one page. */
export interface RuledTable extends Box {
  readonly rowCount: number;
  /** By rows, then from left to right. A region without lines in it is one cell. */
  readonly cells: readonly RuledCell[];
}

/** The tables that lines make, from the top of the page to its foot. Tables beside each other count as one. */
export function ruledTables(rulings: readonly Ruling[]): readonly RuledTable[] {
  const down = joined(rulings, 'down');
  const across = joined(rulings, 'across');
  return bands(down).flatMap(({ from, to }) => {
    const isInBand = (at: number) => from - SAME_PLACE <= at && at <= to + SAME_PLACE;
    const columns = down.filter((line) => isInBand(line.from));
    const rows = across.filter((line) => isInBand(line.at));
    return ruledTable(rows, columns) ?? [];
  });
}

/** Lines of one direction whose pieces and doubles are one line each. */
function joined(rulings: readonly Ruling[], direction: Ruling['direction']): readonly Ruling[] {
  const lines = rulings.filter((ruling) => ruling.direction === direction);
  const middles = levels(lines.map(({ at }) => at));
  const byLevel = middles.map((): Ruling[] => []);
  for (const line of lines) byLevel[nearest(middles, line.at)]?.push(line);
  return byLevel
    .flatMap((level, at) => bridged(level, middles[at] ?? 0))
    .filter(({ from, to }) => to - from >= SHORTEST);
}

function bridged(pieces: readonly Ruling[], at: number): readonly Ruling[] {
  const found: Ruling[] = [];
  for (const piece of pieces.toSorted((one, other) => one.from - other.from)) {
    const last = found.at(-1);
    if (last && piece.from - last.to <= GAP) {
      found[found.length - 1] = { ...last, to: Math.max(last.to, piece.to) };
    } else found.push({ ...piece, at });
  }
  return found;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The parts of a page's height where lines go down. */
function bands(down: readonly Ruling[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const { from, to } of down.toSorted((one, other) => one.from - other.from)) {
    const last = found.at(-1);
    if (last && from - last.to <= GAP)
      found[found.length - 1] = { ...last, to: Math.max(last.to, to) };
    else found.push({ from, to });
  }
  return found;
}

function ruledTable(across: readonly Ruling[], down: readonly Ruling[]): RuledTable | undefined {
  // Where a row is cut by the page's end, nothing but the ends of the other lines may show its edge.
  const ys = levels([...across.map(({ at }) => at), ...ends(down)]);
  const xs = levels([...down.map(({ at }) => at), ...ends(across)]);
  const [left, right, top, bottom] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  if (left === undefined || right === undefined || top === undefined || bottom === undefined)
    return undefined;
  if (across.length < 2 || down.length < 2) return undefined;
  if (xs.length * ys.length > MOST_PLACES) throw new Refusal('too-much');
  const regions = regionsOf({
    xs,
    ys,
    below: walls(across, ys, xs),
    beside: walls(down, xs, ys),
  });
  return { left, right, top, bottom, ...numbered(regions) };
}

function ends(lines: readonly Ruling[]): readonly number[] {
  if (lines.length === 0) return [];
  return [Math.min(...lines.map(({ from }) => from)), Math.max(...lines.map(({ to }) => to))];
}

/** Regions as cells: a line that bounds none of them makes no row. */
function numbered(regions: readonly Box[]): Pick<RuledTable, 'cells' | 'rowCount'> {
  const ys = levels(regions.flatMap(({ top, bottom }) => [top, bottom]));
  const cells = regions.map((region) => {
    const row = nearest(ys, region.top);
    return { ...region, row, rowSpan: nearest(ys, region.bottom) - row };
  });
  return { cells, rowCount: ys.length - 1 };
}
