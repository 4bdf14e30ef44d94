/** Jobs for a thread: an answer, a loop without end, a list that grows without end, and a fault. */
export const echo = (words) => words;

export const loop = () => {
  for (;;);
};

export const grow = () => {
  const all = [];
  for (;;) all.push({ at: all.length });
};

export const fail = () => {
  throw new Error('boom');
};
