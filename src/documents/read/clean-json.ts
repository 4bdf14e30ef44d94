import { cleaned } from './raw.js';

/** JSON with its texts as clean as those of any other file: no control character gets as far as a form. */
export function cleanJson(text: string): unknown {
  return JSON.parse(text, (_, value: unknown) =>
    typeof value === 'string' ? cleaned(value) : value,
  );
}
