/** Lets work through one at a time per key, in the order it came; different keys run side by side. */
export interface Turnstile {
  enter<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is inside. */
  idle(): Promise<void>;
}

export function turnstile(): Turnstile {
  const tails = new Map<string, Promise<unknown>>();
  return {
    enter(key, work) {
      const before = tails.get(key);
      const result = before ? before.then(work, work) : work();
      tails.set(key, result);
      const leave = () => {
        if (tails.get(key) === result) tails.delete(key);
      };
      result.then(leave, leave);
      return result;
    },
    async idle() {
      while (tails.size > 0) await Promise.allSettled(tails.values());
    },
  };
}
