import type { Reply } from '../app/ports.js';

/** Where a file part was put, by its name. */
export type Saved = (name: string) => string | undefined;

/** A reply as plain text. Every choice shows the key that stands for it. */
export function renderText(parts: Reply['parts'], saved: Saved): string {
  return parts
    .map((part) => {
      switch (part.type) {
        case 'text':
          return part.text;
        case 'choices':
          return part.options.map(({ key, label }) => `${key}〔${label}〕`).join('  ');
        case 'file':
          return `📎 ${saved(part.name) ?? part.name}`;
        case 'image':
          return `🖼 ${saved(part.name) ?? part.name}`;
        default:
          return part satisfies never;
      }
    })
    .join('\n');
}
