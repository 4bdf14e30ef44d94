import { endsInCell } from '../reading/grid.js';

/** Lines that arrive within this many milliseconds were pasted together. Measured: 3 × 2 cells in tmux. */
const PASTED_WITHIN_MS = 30;

/** Joins lines into messages and hands each on. */
export interface LineJoiner {
  line(line: string): void;
  /** A terminal says where a paste begins and ends (bracketed paste). */
  paste(begins: boolean): void;
  end(): void;
}

/** Runs something after some milliseconds, unless it is cancelled. */
export type Later = (ms: number, run: () => void) => { cancel(): void };

/** For a person at a keyboard: what is pasted is one message, sent with the Enter behind it. */
export function keyboardJoiner(later: Later, send: (message: string) => void): LineJoiner {
  let lines: string[] = [];
  let isPasting = false;
  let timer: { cancel(): void } | undefined;
  const flush = () => {
    timer?.cancel();
    timer = undefined;
    const message = lines.join('\n').replace(/\n+$/, '');
    lines = [];
    if (message !== '') send(message);
  };
  return {
    line(line) {
      lines.push(line);
      timer?.cancel();
      timer = isPasting ? undefined : later(PASTED_WITHIN_MS, flush);
    },
    paste(begins) {
      isPasting = begins;
    },
    end: flush,
  };
}

/** For a pipe, where all lines come at once: a line is a message, rows of a table belong together. */
export function pipeJoiner(send: (message: string) => void): LineJoiner {
  let rows: string[] = [];
  const flush = () => {
    const message = rows.join('\n');
    rows = [];
    if (message.trim() !== '') send(message);
  };
  return {
    line(line) {
      const last = rows.at(-1) ?? '';
      if (hasTab(last) && endsInCell(last)) {
        rows.splice(-1, 1, `${last}\n${line}`);
        return;
      }
      if (!hasTab(last) || !hasTab(line)) flush();
      rows.push(line);
    },
    paste() {},
    end: flush,
  };
}

function hasTab(line: string): boolean {
  return line.includes('\t');
}
