/** Places nearer to each other, in points, are one: borders are drawn twice, side by side. */
export const SAME_PLACE = 2.5;

/** Places that stand close to each other, as the middle of each group, in their order. */
export function levels(places: readonly number[]): readonly number[] {
  const groups: number[][] = [];
  for (const place of places.toSorted((one, other) => one - other)) {
    const group = groups.at(-1);
    if (group && place - (group.at(-1) ?? place) <= SAME_PLACE) group.push(place);
    else groups.push([place]);
  }
  return groups.map((group) => ((group[0] ?? 0) + (group.at(-1) ?? 0)) / 2);
}

/** Which of the sorted levels is nearest to a place. */
export function nearest(sorted: readonly number[], place: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const border = ((sorted[middle] ?? 0) + (sorted[middle + 1] ?? 0)) / 2;
    if (place > border) low = middle + 1;
    else high = middle;
  }
  return low;
}
