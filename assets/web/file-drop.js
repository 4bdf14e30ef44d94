// @ts-check
import { byId } from './dom.js';

/**
 * Takes files that are dropped anywhere on a column; a sheet over it says so while they hover.
 *
 * @param {HTMLElement} column
 * @param {(files: File[]) => void} onFiles
 */
export function takeDroppedFiles(column, onFiles) {
  const cover = byId('drop');
  /** Entering a child comes before leaving its parent: the cover goes when as many were left as entered. */
  let depth = 0;
  const hasFiles = (/** @type {DragEvent} */ event) =>
    event.dataTransfer?.types.includes('Files') ?? false;

  /** @param {number} next */
  function go(next) {
    depth = Math.max(0, next);
    cover.hidden = depth === 0;
  }

  column.addEventListener('dragenter', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    go(depth + 1);
  });
  column.addEventListener('dragleave', (event) => {
    if (hasFiles(event)) go(depth - 1);
  });
  column.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    go(0);
    onFiles([...(event.dataTransfer?.files ?? [])]);
  });
  // A file that is dropped beside the column would replace the page.
  for (const name of /** @type {const} */ (['dragover', 'drop'])) {
    addEventListener(name, (event) => hasFiles(event) && event.preventDefault());
  }
}
