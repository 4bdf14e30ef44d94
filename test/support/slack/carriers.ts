/** What the app answered. */
export interface Ack {
  /** 200 when it acknowledged; 0 when it could not be reached, did not answer, or was not asked. */
  readonly status: number;
  /** What the acknowledgement carried, if anything; plain text is `{ text }`. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
  readonly ms: number;
  /** Why the status is 0. */
  readonly why?: string;
  /** It took longer than Slack waits. */
  readonly isLate?: true;
}

/** Slack waits three seconds for an acknowledgement, then it is as if none had come. */
export const PATIENCE = 3000;

/** How something is brought to the app, where not in the ordinary way. */
export interface How {
  /** HTTP only. */
  readonly signature?: 'wrong' | 'missing';
  /** Seconds since it was signed; HTTP only. Slack's rule is to refuse more than 300. */
  readonly age?: number;
  readonly retry?: { readonly num: number; readonly reason: string };
  /** The same thing, with the same ids, so many times; one after the other unless overlapping. */
  readonly times?: number;
  readonly overlapping?: boolean;
}

export type Kind = 'events_api' | 'interactive' | 'slash_commands';

/** Something for the app, and what became of it. */
export interface Parcel {
  readonly kind: Kind;
  readonly payload: object;
  /** Slack's own echo of what the bot did, which no person caused. */
  readonly isEcho: boolean;
  readonly acks: Ack[];
  /** How often Slack sent it again of its own accord. */
  retries: number;
  /** Held back until somebody connects. */
  isQueued: boolean;
}

/** A way to the app. */
export interface Carrier {
  carry(parcel: Parcel, how: How): Promise<Ack>;
}

export function unreached(why: string, ms = 0): Ack {
  return { status: 0, body: undefined, ms, why };
}

export function late(): Ack {
  return { ...unreached('not acknowledged within three seconds', PATIENCE), isLate: true };
}

/** An acknowledgement without content is none. */
export function ackBody(body: unknown): Ack['body'] {
  const isFilled = typeof body === 'object' && body !== null && Object.keys(body).length > 0;
  return isFilled ? { ...body } : undefined;
}
