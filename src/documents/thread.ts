import type { Tinypool } from 'tinypool';
import { messageOf } from '../errors.js';

/** One thread with a queue. It is started by its first job. */
export interface Thread {
  /** Runs a function of the module; `exceeded` when it took more time or memory than is allowed. */
  run<T>(name: string, job: unknown): Promise<T | 'exceeded'>;
  /** Lets the job that is under way finish, gives up those that wait, and ends. */
  close(): Promise<void>;
}

export interface ThreadOptions {
  readonly module: URL;
  /** Counted from when a job begins, not while it waits in the queue. */
  readonly longestMs: number;
  /** Megabytes that the thread's objects may take; the whole program may grow by twice as much during a job. */
  readonly memoryMb: number;
}

const MB = 1024 * 1024;
/** A thread that had nothing to do for so long gives its memory back, in milliseconds. */
const IDLE_MS = 60_000;
/** How often the program's memory is looked at while a job runs: buffers do not count among a thread's objects. */
const WATCHED_EVERY_MS = 50;

export function thread({ module, longestMs, memoryMb }: ThreadOptions): Thread {
  let pool: Promise<Tinypool> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

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
    if (isClosed) throw new Error('the thread is closed');
    pool ??= open();
    const opened = await pool;
    const limits = limited(longestMs, 2 * memoryMb * MB);
    try {
      return await opened.run(job, { name, signal: limits.signal });
    } catch (error) {
      const isOver = limits.signal.aborted || /ERR_WORKER_OUT_OF_MEMORY/.test(codeOf(error));
      if (isOver) return 'exceeded';
      throw error;
    } finally {
      limits.end();
    }
  }

  return {
    run<T>(name: string, job: unknown) {
      const result = last.then(() => runNow<T>(name, job));
      last = result.catch(() => {});
      return result;
    },
    async close() {
      isClosed = true;
      await last;
      await (await pool)?.destroy();
    },
  };
}

/** A signal that is given once a job has taken too long, or the program has grown by too much meanwhile. */
function limited(longestMs: number, most: number) {
  const controller = new AbortController();
  const before = process.memoryUsage.rss();
  const stop = () => controller.abort();
  const timer = setTimeout(stop, longestMs);
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() - before > most) stop();
  }, WATCHED_EVERY_MS);
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer);
      clearInterval(watch);
    },
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : messageOf(error);
}
