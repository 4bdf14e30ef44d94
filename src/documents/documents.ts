import type { Documents } from '../app/ports.js';
import { AppError } from '../errors.js';

/** Every format's writer is loaded when the first file of that format is made. */
export function documents(): Documents {
  return {
    async write(paper, format) {
      switch (format) {
        case 'docx': {
          const { writeDocx } = await import('./write/docx.js');
          return writeDocx(paper);
        }
        default:
          throw new AppError('unavailable', `${format} is not installed`);
      }
    },
    picture: () => Promise.reject(new AppError('unavailable', 'png is not installed')),
    read: () => Promise.resolve({ ok: false, fault: 'unknown-kind' }),
    close: () => Promise.resolve(),
  };
}
