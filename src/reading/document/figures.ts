import { readAmount } from '../../domain/read-amount.js';

/** Whether words were meant as an amount, even where it cannot be read: 约300, XX万元, 无. Nothing at all is none. */
export function isFigure(words: string): boolean {
  if (words === '') return false;
  const reading = readAmount(words);
  return (
    reading.kind !== 'unreadable' || (reading.why !== 'no-figure' && reading.why !== 'unknown')
  );
}
