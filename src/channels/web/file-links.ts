import { z } from 'zod';
import type { ChatLine } from '../../app/chat-log.js';
import type { FilingFile, FilingPage } from '../../app/ports.js';
import { FILE_FORMATS } from '../../reading/commands.js';

const at = { filing: z.string().min(1).max(300), revision: z.coerce.number().int().min(0) };

/** What the address of a download names; without a filing it is the open one, as it is now. */
export const fileQuery = z.union([
  z.object({ ...at, format: z.enum(FILE_FORMATS), draft: z.literal('1').optional() }),
  z.object({ format: z.enum(FILE_FORMATS), filing: z.undefined().optional() }),
]);

/** What the address of a picture names. */
export const pageQuery = z.object({ ...at, page: z.coerce.number().int().min(1) });

/** The address of a file that a reply brought. */
export function fileLink({ id, revision, format, draft }: FilingFile): string {
  const query = { filing: id, revision: String(revision), format, ...(draft && { draft: '1' }) };
  return `/api/file?${new URLSearchParams(query)}`;
}

/** The address of a page's picture. */
export function pageLink({ id, revision, page }: FilingPage): string {
  const query = { filing: id, revision: String(revision), page: String(page) };
  return `/api/picture?${new URLSearchParams(query)}`;
}

/** A line as the page takes it: addresses instead of what they show, the page's own id of the message. */
export function lineForPage({ message, parts, ...line }: ChatLine) {
  return {
    ...line,
    message: message.slice(message.lastIndexOf(':') + 1),
    parts: parts.map((part) => {
      switch (part.type) {
        case 'text':
        case 'choices':
          return part;
        case 'file':
          return { type: part.type, name: part.name, ...(part.of && { href: fileLink(part.of) }) };
        case 'image':
          return { type: part.type, name: part.name, href: pageLink(part.of) };
        default:
          return part satisfies never;
      }
    }),
  };
}
