// @ts-check
import { language } from './words.js';

/** A day in milliseconds. */
const DAY = 86_400_000;

/**
 * A moment as people here write it: the time alone for today, the date before it otherwise.
 *
 * @param {number} at
 */
export function momentWords(at) {
  const when = new Date(at);
  const isToday = Date.now() - at < DAY && when.getDate() === new Date().getDate();
  return when.toLocaleString(language() === 'en' ? 'en-GB' : 'zh-CN', {
    ...(!isToday && { year: 'numeric', month: 'numeric', day: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
}

/**
 * A moment in full, for whoever asks exactly when.
 *
 * @param {number} at
 */
export function exactWords(at) {
  return new Date(at).toLocaleString(language() === 'en' ? 'en-GB' : 'zh-CN', { hour12: false });
}
