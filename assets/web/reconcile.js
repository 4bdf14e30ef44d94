// @ts-check

/** Which thing an element stands for. @type {WeakMap<Element, string>} */
const keys = new WeakMap();

/**
 * Makes an element's children stand for a list of things, and touches nothing that stays: what a person
 * looks at, has focus on or has selected is not taken away from under them.
 *
 * @template T
 * @param {Element} parent
 * @param {readonly T[]} things
 * @param {{
 *   keyOf: (thing: T) => string,
 *   make: (thing: T) => Element,
 *   patch: (element: Element, thing: T, isNew: boolean) => void,
 * }} how things of the same key take the elements in their order
 */
export function reconcile(parent, things, { keyOf, make, patch }) {
  /** @type {Map<string, Element[]>} */
  const old = new Map();
  for (const child of parent.children) {
    const key = keys.get(child) ?? '';
    old.set(key, [...(old.get(key) ?? []), child]);
  }
  const wanted = things.map((thing) => {
    const key = keyOf(thing);
    const kept = old.get(key)?.shift();
    const element = kept ?? make(thing);
    keys.set(element, key);
    return { element, thing, isNew: !kept };
  });
  // First what goes: what remains is then mostly in its place, and is not moved.
  for (const left of [...old.values()].flat()) left.remove();
  wanted.forEach(({ element, thing, isNew }, at) => {
    if (parent.children[at] !== element) parent.insertBefore(element, parent.children[at] ?? null);
    patch(element, thing, isNew);
  });
}
