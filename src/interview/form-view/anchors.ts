import type { Place } from '../../domain/finding.js';
import { placeName } from '../../forms/place-name.js';
import type { Sheet } from '../../forms/sheet.js';

/**
 * Where on a sheet something about a place is shown: at the place itself, else in its line, else where its step
 * begins; undefined when none of it is printed.
 */
export type AnchorOf = (place: Place) => Place | undefined;

export function anchorsOf(sheet: Sheet): AnchorOf {
  const binds = [
    ...sheet.before.flatMap((line) => line.binds ?? []),
    ...sheet.cells.flatMap(({ paragraphs }) => paragraphs.flatMap(({ bind }) => bind ?? [])),
  ];
  const names = new Set(binds.map(placeName));
  const firsts = new Map<string, Place>();
  for (const bind of binds) {
    const line = placeName(lineOf(bind));
    if (!firsts.has(line)) firsts.set(line, bind);
    if (!firsts.has(bind.step)) firsts.set(bind.step, bind);
  }
  return (place) =>
    names.has(placeName(place))
      ? place
      : (firsts.get(placeName(lineOf(place))) ?? firsts.get(place.step));
}

function lineOf({ step, row }: Place): Place {
  return row === undefined ? { step } : { step, row };
}
