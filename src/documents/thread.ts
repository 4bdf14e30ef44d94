import type { Tinypool } from 'tinypool';
import { messageOf } from '../errors.js';

/** One thread with a queue. It is started by its first job. */
export interface Thread {
  /** Runs a function of the module; `exceeded` when it took more time or memory than is allowed. */
  run<T>(name: string, job: unknown): Promise<T | 'exceeded'>;
  /** Lets what is under way finish, and ends. */
  close(): Promise<void>;
}

export interface ThreadOptions {
  readonly module: URL;
  /** Counted from when a job begins, not while it waits in the queue. */
  readonly longestMs: number;
  readonly memoryMb: number;
}

/** A thread that had nothing to do for so long gives its memory back, in milliseconds. */
const IDLE_MS = 60_000;

export function thread({ module, longestMs, memoryMb }: ThreadOptions): Thread {
  let pool: Promise<Tinypool> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function open(): Promise<Tinypool> {
    const { Tinypool: Pool } = await import('tinypool');
    return new Pool({
      filename: module.href,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: IDLE_MS,
      // Between jobs its event loop must turn: native objects wait for it to be let go.
      useAtomics: false,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
  }

  async function runNow<T>(name: string, job: unknown): Promise<T | 'exceeded'> {
    pool ??= open();
    const signal = AbortSignal.timeout(longestMs);
    try {
      return await (await pool).run(job, { name, signal });
    } catch (error) {
      if (signal.aborted || /ERR_WORKER_OUT_OF_MEMORY/.test(codeOf(error))) return 'exceeded';
      throw error;
    }
  }

  return {
    run<T>(name: string, job: unknown) {
      const result = last.then(() => runNow<T>(name, job));
      last = result.catch(() => {});
      return result;
    },
    async close() {
      await last;
      await (await pool)?.destroy();
    },
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : messageOf(error);
}
