/** What went wrong, by who must act. */
export type ErrorKind =
  | 'store' // the store refused, or what it holds cannot be read
  | 'config' // a setting is missing or wrong
  | 'input' // a file given to a command is not what it should be
  | 'channel' // a platform where people talk cannot be reached, or refuses
  | 'unavailable' // a part that may be left out of the installation is not there
  | 'bug'; // the program contradicts itself

/** Faults of the data folder that whoever starts the program must put right. */
export type FaultCode = 'in-use' | 'damaged' | 'not-opened';

/** A fault that the operator, not the person filling the form, must put right. */
export class AppError extends Error {
  readonly kind: ErrorKind;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  /** Which of the faults it is that are put into the person's language. */
  readonly code: FaultCode | undefined;

  constructor(
    kind: ErrorKind,
    message: string,
    options: { retryable?: boolean; cause?: unknown; code?: FaultCode } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'AppError';
    this.kind = kind;
    this.retryable = options.retryable ?? false;
    this.code = options.code;
  }
}

/** Whether what failed may succeed when it is tried again. What nobody said may pass, lasts. */
export function isRetryable(error: unknown): boolean {
  return error instanceof AppError && error.retryable;
}

/** Whether a part is missing that the installation may be without. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof AppError && error.kind === 'unavailable';
}

/** The message of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What a log holds of a fault. */
export type Fault = {
  readonly error: string;
  /** Where it was thrown, a line each. */
  readonly stack?: string;
  readonly cause?: Fault;
};

/** A fault for the log: what happened, where, and what caused it; never an answer. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { error: unquoted(String(error)) };
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error instanceof AppError ? error.message : `${error.name}: ${unquoted(error.message)}`,
    ...(stack.length > 0 && { stack: stack.map((line) => line.trim()).join('\n') }),
    ...(error.cause !== undefined && { cause: faultOf(error.cause) }),
  };
}

/** Libraries quote what they were given, which may be an answer: quoted words, figures and Chinese are left out. */
function unquoted(message: string): string {
  return message.replace(/".*"|[^ -~]+|\d[\d.,]*/gs, '…');
}
