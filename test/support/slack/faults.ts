/** What goes wrong with the next calls of a method. Several for one method follow each other. */
export interface Fault {
  /** How many calls, 1 if not said. */
  readonly times?: number;
  /** `ok: false` with this error. */
  readonly error?: string;
  /** An HTTP status instead of an answer. */
  readonly status?: number;
  /** Seconds; makes it 429 unless another status is given. */
  readonly retryAfter?: number;
  /** The connection breaks: `true` before anything is done, `'after'` when it is done but not answered. */
  readonly drop?: true | 'after';
  /** Nothing happens until this is settled; then the call goes on, unless something else is said. */
  readonly hold?: Promise<unknown>;
}

export interface Faults {
  /** The method's name, `upload`, `download`, `response_url`, or `*` for everything. */
  fail(method: string, fault: Fault): void;
  next(method: string): Fault | undefined;
}

export function openFaults(): Faults {
  const planned: { method: string; fault: Fault; left: number }[] = [];
  return {
    fail(method, fault) {
      planned.push({ method, fault, left: fault.times ?? 1 });
    },
    next(method) {
      const due = planned.find((one) => [method, '*'].includes(one.method) && one.left > 0);
      if (due) due.left -= 1;
      return due?.fault;
    },
  };
}
