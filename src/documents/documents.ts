import type { Documents } from '../app/ports.js';

/** Every format's writer is loaded when the first file of that format is made. */
export function documents(): Documents {
  return {
    async write(sheet, format) {
      switch (format) {
        case 'docx': {
          const { writeDocx } = await import('./write/docx.js');
          return writeDocx(sheet);
        }
        default:
          return format satisfies never;
      }
    },
  };
}
