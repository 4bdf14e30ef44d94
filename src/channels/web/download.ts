import type { Context } from 'hono';
import type { Reply } from '../../app/ports.js';
import { clean } from '../../domain/text.js';

/**
 * Sends a file that was made when it was asked for: a form to be saved under its name, a picture to be shown.
 * Undefined for what is neither: words that say why nothing could be made.
 */
export function download(c: Context, part: Reply['parts'][number]): Response | undefined {
  if (part.type !== 'file' && part.type !== 'image') return undefined;
  const [mime, how] = part.type === 'file' ? [part.mime, 'attachment'] : ['image/png', 'inline'];
  c.header('Content-Type', mime);
  c.header('Content-Disposition', `${how}; filename*=UTF-8''${encodedName(part.name)}`);
  return c.body(new Uint8Array(part.data));
}

/** A name as a header takes it. Source: RFC 8187, which leaves fewer characters as they are than URLs do. */
function encodedName(name: string): string {
  return encodeURIComponent(clean(name)).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
