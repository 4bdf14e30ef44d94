import { apply, type Matrix } from './matrix.js';
import type { Ruling } from './printed-page.js';

/** A filled shape that is no thicker, in points, is a line. */
const THICKEST = 3;
/** How far the ends of a line may be off its direction, in points. */
const SLOPE = 0.7;
/** Numbers that follow each kind of step in a path. Source: pdfjs, DrawOPS. */
const STEPS = [
  { kind: 'move', numbers: 2 },
  { kind: 'line', numbers: 2 },
  { kind: 'curve', numbers: 6 },
  { kind: 'curve', numbers: 4 },
  { kind: 'close', numbers: 0 },
] as const;

type Point = readonly [x: number, y: number];
/** Points that are joined by straight lines. */
type Stretch = readonly Point[];

/** The straight lines across and down a page that a path makes, whether it is stroked, filled or both. */
export function drawnRulings(
  path: ArrayLike<number>,
  paint: { readonly stroked: boolean; readonly filled: boolean },
  matrix: Matrix,
): readonly Ruling[] {
  const stretches = straightStretches(path, matrix);
  return [
    ...(paint.stroked ? stretches.flatMap(sides) : []),
    ...(paint.filled ? stretches.flatMap(thinShape) : []),
  ];
}

function straightStretches(path: ArrayLike<number>, matrix: Matrix): readonly Stretch[] {
  const found: Point[][] = [];
  for (const { kind, x, y } of stepsOf(path)) {
    const current = found.at(-1);
    const [start] = current ?? [];
    if (kind === 'close') current?.push(...(start ? [start] : []));
    else if (kind === 'line' && current) current.push(apply(matrix, x, y));
    else found.push([apply(matrix, x, y)]);
  }
  return found;
}

/** The steps of a path, each with the point it leads to. What follows an unknown step is left out. */
function* stepsOf(path: ArrayLike<number>) {
  for (let at = 0; at < path.length; ) {
    const step = STEPS[path[at] ?? -1];
    if (!step) return;
    at += 1 + step.numbers;
    yield { kind: step.kind, x: path[at - 2] ?? 0, y: path[at - 1] ?? 0 };
  }
}

function sides(stretch: Stretch): readonly Ruling[] {
  return stretch.flatMap((to, at) => {
    const from = stretch[at - 1];
    return from ? straight(from, to) : [];
  });
}

function straight([x, y]: Point, [toX, toY]: Point): readonly Ruling[] {
  const [wide, high] = [Math.abs(toX - x), Math.abs(toY - y)];
  if (high <= SLOPE && wide > high) return [across((y + toY) / 2, x, toX)];
  if (wide <= SLOPE && high > wide) return [down((x + toX) / 2, y, toY)];
  return [];
}

function thinShape(stretch: Stretch): readonly Ruling[] {
  // Two sides, and what closes them, at least: a triangle. A filled line has no area.
  if (stretch.length < 3) return [];
  const [xs, ys] = [stretch.map(([x]) => x), stretch.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const [wide, high] = [right - left, bottom - top];
  if (high <= THICKEST && wide > high) return [across((top + bottom) / 2, left, right)];
  if (wide <= THICKEST && high > wide) return [down((left + right) / 2, top, bottom)];
  return [];
}

function across(at: number, from: number, to: number): Ruling {
  return { direction: 'across', at, from: Math.min(from, to), to: Math.max(from, to) };
}

function down(at: number, from: number, to: number): Ruling {
  return { direction: 'down', at, from: Math.min(from, to), to: Math.max(from, to) };
}
