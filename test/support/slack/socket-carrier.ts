import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import {
  type Ack,
  ackBody,
  type Carrier,
  type How,
  late,
  PATIENCE,
  type Parcel,
  unreached,
} from './carriers.js';
import { APP, type Workspace } from './workspace.js';

interface Pending {
  readonly parcel: Parcel;
  readonly link: WebSocket;
  readonly started: number;
  readonly limit: NodeJS.Timeout;
  settle(ack: Ack): void;
}

interface Queued {
  readonly parcel: Parcel;
  settle(ack: Ack): void;
}

/** The Socket Mode end of Slack. */
export interface SocketCarrier extends Carrier {
  /** The path of a new connection, good for one. */
  ticket(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  connections(): number;
  /** Breaks every connection without a word. */
  drop(): void;
  /** Asks for new connections, as Slack does every few hours and before it restarts. */
  disconnect(reason: string): void;
  close(): void;
}

/** Over which connection something goes is Slack's choice: here they take turns. */
export function socketCarrier(workspace: Workspace): SocketCarrier {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const links: WebSocket[] = [];
  const pending = new Map<string, Pending>();
  const queue: Queued[] = [];

  function carry(parcel: Parcel, how: How): Promise<Ack> {
    return new Promise((settle) => {
      const link = links.shift();
      if (link) {
        links.push(link);
        return put(link, parcel, how, settle);
      }
      // Slack retries events only; a person who presses is told at once that it failed.
      if (parcel.kind !== 'events_api') return settle(unreached('dispatch_failed: not connected'));
      parcel.isQueued = true;
      queue.push({ parcel, settle });
    });
  }

  function put(link: WebSocket, parcel: Parcel, how: How, settle: (ack: Ack) => void) {
    const id = workspace.id('E');
    const isEvent = parcel.kind === 'events_api';
    const { num, reason } = how.retry ?? {
      num: parcel.retries,
      reason: parcel.retries > 0 ? 'timeout' : '',
    };
    const limit = setTimeout(() => settled(id, late()), PATIENCE);
    pending.set(id, { parcel, link, settle, limit, started: performance.now() });
    link.send(
      JSON.stringify({
        envelope_id: id,
        type: parcel.kind,
        payload: parcel.payload,
        accepts_response_payload: !isEvent,
        ...(isEvent ? { retry_attempt: num, retry_reason: reason } : {}),
      }),
    );
  }

  function settled(id: string, ack: Omit<Ack, 'ms'>) {
    const sent = pending.get(id);
    if (!sent)
      return void workspace.violations.push(`socket: acknowledged nothing, or late: ${id}`);
    pending.delete(id);
    clearTimeout(sent.limit);
    sent.settle({ ...ack, ms: performance.now() - sent.started });
  }

  function acknowledged(data: string) {
    const { envelope_id, payload } = JSON.parse(data);
    settled(envelope_id, { status: 200, body: ackBody(payload) });
  }

  function lost(link: WebSocket) {
    links.splice(links.indexOf(link), 1);
    for (const [id, sent] of [...pending]) {
      if (sent.link === link) settled(id, unreached('connection lost'));
    }
    workspace.watches.changed();
  }

  function welcome(link: WebSocket) {
    link.on('message', (data) => acknowledged(String(data)));
    link.on('close', () => lost(link));
    link.on('error', () => link.terminate());
    links.push(link);
    link.send(
      JSON.stringify({
        type: 'hello',
        num_connections: links.length,
        debug_info: { host: 'applink-1', build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: APP },
      }),
    );
    for (const { parcel, settle } of queue.splice(0)) {
      parcel.isQueued = false;
      parcel.retries += 1;
      put(link, parcel, {}, settle);
    }
    workspace.watches.changed();
  }

  return {
    carry,
    ticket() {
      const ticket = workspace.id('K');
      tickets.add(ticket);
      return `/link/?ticket=${ticket}&app_id=${APP}`;
    },
    upgrade(request, socket, head) {
      const { searchParams } = new URL(request.url ?? '/', 'ws://slack');
      if (!tickets.delete(searchParams.get('ticket') ?? '')) return void socket.destroy();
      server.handleUpgrade(request, socket, head, welcome);
    },
    connections: () => links.length,
    drop() {
      for (const link of [...links]) link.terminate();
    },
    disconnect(reason) {
      for (const link of [...links]) {
        link.send(
          JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-1' } }),
        );
      }
    },
    close() {
      for (const link of [...links]) link.terminate();
      for (const id of [...pending.keys()]) settled(id, unreached('Slack closed'));
      for (const { settle } of queue.splice(0)) settle(unreached('Slack closed'));
      server.close();
    },
  };
}
