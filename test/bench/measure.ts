/** Latencies of a run in milliseconds. */
export interface Latencies {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Runs `count` pieces of work, `inFlight` at a time, and measures each. */
export async function measure(
  count: number,
  inFlight: number,
  work: (index: number, lane: number) => Promise<void>,
): Promise<Latencies> {
  const taken: number[] = [];
  let next = 0;
  const began = performance.now();
  const lane = async (own: number) => {
    for (let index = next++; index < count; index = next++) {
      const start = performance.now();
      await work(index, own);
      taken.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, (_, own) => lane(own)));
  const seconds = (performance.now() - began) / 1000;
  return { perSecond: count / seconds, p50: quantile(taken, 0.5), p99: quantile(taken, 0.99) };
}

/** The figure below which such a share of some figures lies. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
