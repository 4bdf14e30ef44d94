import type { Log, LogLevel } from './app/ports.js';

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];

/** Writes one JSON line an event, from a level on; `off` writes nothing. */
export function openLog(
  least: LogLevel | 'off',
  write: (line: string) => void,
  now: () => number,
): Log {
  const from = least === 'off' ? LEVELS.length : LEVELS.indexOf(least);
  return (level, event, fields) => {
    if (LEVELS.indexOf(level) < from) return;
    write(`${JSON.stringify({ at: new Date(now()).toISOString(), level, event, ...fields })}\n`);
  };
}
