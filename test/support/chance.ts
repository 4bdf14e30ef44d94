/** Draws a whole number from 0 to below another. */
export type Chance = (below: number) => number;

/** A small repeatable source of chance, so that a failing run can be run again. */
export function chanceFrom(seed: number): Chance {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
