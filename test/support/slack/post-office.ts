import type { Ack, Carrier, How, Kind, Parcel } from './carriers.js';
import type { Workspace } from './workspace.js';

/** Sends things to the app, and remembers what became of them. */
export interface PostOffice {
  readonly delivered: readonly Parcel[];
  /** Resolves when the app has acknowledged or failed to; of several copies, with the last one's. */
  send(kind: Kind, payload: object, how?: How): Promise<Ack>;
  /** As Slack tells the app about its own doings: nobody waits for it, except `idle`. */
  echo(payload: object): void;
  /** Sends every event once more that was not acknowledged, as a retry. */
  redeliver(): Promise<Ack[]>;
  /** Sends the last thing a person caused once more, with the same ids, acknowledged or not. */
  resend(how?: How): Promise<Ack>;
  /** When nothing that was sent is waiting for its acknowledgement any more. */
  idle(): Promise<void>;
}

export function openPostOffice(workspace: Workspace, way: () => Carrier): PostOffice {
  const delivered: Parcel[] = [];
  const underway = new Set<Promise<Ack>>();

  async function carried(parcel: Parcel, how: How): Promise<Ack> {
    const ack = await way().carry(parcel, how);
    parcel.acks.push(ack);
    if (ack.isLate) {
      workspace.violations.push(`${parcel.kind}: not acknowledged within three seconds`);
    }
    workspace.watches.changed();
    return ack;
  }

  function attempt(parcel: Parcel, how: How): Promise<Ack> {
    const ack = carried(parcel, how);
    underway.add(ack);
    void ack.finally(() => underway.delete(ack));
    return ack;
  }

  async function attempts(parcel: Parcel, { times = 1, overlapping, ...how }: How): Promise<Ack> {
    const first = attempt(parcel, how);
    if (times === 1) return first;
    if (!overlapping) await first;
    return attempts(parcel, { ...how, times: times - 1, overlapping: overlapping === true });
  }

  function packed(kind: Kind, payload: object, isEcho: boolean): Parcel {
    const parcel = { kind, payload, isEcho, acks: [], retries: 0, isQueued: false };
    delivered.push(parcel);
    return parcel;
  }

  return {
    delivered,
    send: (kind, payload, how = {}) => attempts(packed(kind, payload, false), how),
    echo(payload) {
      void attempt(packed('events_api', payload, true), {});
    },
    redeliver() {
      const open = delivered.filter(
        ({ kind, acks, isQueued }) =>
          kind === 'events_api' && !isQueued && !acks.some(({ status }) => status === 200),
      );
      for (const parcel of open) parcel.retries += 1;
      return Promise.all(open.map((parcel) => attempt(parcel, {})));
    },
    resend(how = {}) {
      const last = delivered.filter((parcel) => !parcel.isEcho).at(-1);
      if (!last) throw new Error('Nothing has been sent to the app yet');
      return attempts(last, how);
    },
    async idle() {
      while (underway.size > 0) await Promise.all(underway);
    },
  };
}
