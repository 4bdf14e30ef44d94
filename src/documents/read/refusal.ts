import type { FileFault } from '../../reading/raw-document.js';

/**
 * Why a file is read no further, out of the middle of a library's callbacks. Thrown within this folder only:
 * `readFile` makes a value of it.
 */
export class Refusal extends Error {
  readonly fault: FileFault;

  constructor(fault: FileFault, options?: ErrorOptions) {
    super(`the file is refused: ${fault}`, options);
    this.name = 'Refusal';
    this.fault = fault;
  }
}
