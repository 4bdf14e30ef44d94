/** Jobs for a thread: an answer, a loop without end, lists and buffers that grow without end, and a fault. */
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

export const fill = async () => {
  const all = [];
  for (;;) {
    all.push(Buffer.alloc(10 * 1024 * 1024, 1));
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
};
