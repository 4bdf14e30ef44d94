// @ts-check

/** Being this near the end counts as being there. In pixels. */
const NEAR = 60;

/**
 * Keeps a log where its reader is: at the end it follows what is new, anywhere else it stays and a button
 * says that there is something new.
 *
 * @param {HTMLElement} box the one that scrolls
 * @param {HTMLElement} newer the button
 */
export function keepScroll(box, newer) {
  let isAtEnd = true;

  function toEnd() {
    box.scrollTop = box.scrollHeight;
    isAtEnd = true;
    newer.hidden = true;
  }

  box.addEventListener('scroll', () => {
    isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    if (isAtEnd) newer.hidden = true;
  });
  newer.addEventListener('click', toEnd);
  // Pictures and faces arrive after their lines, and the box grows and shrinks with the composer.
  const sizes = new ResizeObserver(() => isAtEnd && toEnd());
  for (const each of [box, ...box.children]) sizes.observe(each);

  return {
    toEnd,
    /**
     * @param {() => void} change
     * @param {{ isNews?: boolean }} [what] whether somebody else said something
     */
    around(change, { isNews = false } = {}) {
      const wasAtEnd = isAtEnd;
      change();
      if (wasAtEnd) toEnd();
      else if (isNews) newer.hidden = false;
    },
    /** Adds above what is read, which stays where it is. @param {() => void} change */
    above(change) {
      const fromEnd = box.scrollHeight - box.scrollTop;
      change();
      box.scrollTop = box.scrollHeight - fromEnd;
    },
  };
}
