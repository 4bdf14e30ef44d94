/** Promises that wait for something to hold, looked at after every change. */
export interface Watches {
  /** Resolves with the first answer that is not `undefined`; says what it saw when it takes too long. */
  until<T>(look: () => T | undefined, seen: () => string): Promise<T>;
  changed(): void;
  /** Gives up on everything still waited for. */
  close(): void;
}

export function openWatches(patience: number): Watches {
  const waiting = new Set<{ look(): void; giveUp(why: string): void }>();
  return {
    until(look, seen) {
      const now = look();
      if (now !== undefined) return Promise.resolve(now);
      return new Promise((resolve, reject) => {
        const giveUp = (why: string) => {
          clearTimeout(timer);
          waiting.delete(watch);
          reject(new Error(`${why}. Slack shows:\n${seen()}`));
        };
        const watch = {
          look() {
            const found = look();
            if (found === undefined) return;
            clearTimeout(timer);
            waiting.delete(watch);
            resolve(found);
          },
          giveUp,
        };
        const timer = setTimeout(() => giveUp(`Nothing like it within ${patience} ms`), patience);
        waiting.add(watch);
      });
    },
    changed() {
      for (const watch of [...waiting]) watch.look();
    },
    close() {
      for (const watch of [...waiting]) watch.giveUp('Slack was closed meanwhile');
    },
  };
}
