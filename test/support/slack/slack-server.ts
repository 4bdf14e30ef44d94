import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Ack, Carrier, How, Parcel } from './carriers.js';
import { messagesIn } from './channel-log.js';
import { eventCallback } from './events.js';
import { type Fault, openFaults } from './faults.js';
import { httpCarrier, postSigned } from './http-carrier.js';
import { type Asked, answerRequest, type Download } from './http-routes.js';
import type { Host } from './method.js';
import { openPerson, type Person } from './person.js';
import { openPostOffice } from './post-office.js';
import { onScreen } from './screen.js';
import { socketCarrier } from './socket-carrier.js';
import type { Stack, View } from './views.js';
import type { Call } from './web-api.js';
import { type Message, openWorkspace, type Tokens, type WorkspaceOptions } from './workspace.js';

const DEFAULTS: WorkspaceOptions = {
  tokens: { bot: 'xoxb-of-the-test', app: 'xapp-of-the-test' },
  scopes: [
    'chat:write',
    'im:history',
    'im:read',
    'im:write',
    'files:read',
    'files:write',
    'users:read',
    'app_mentions:read',
    'commands',
  ],
  events: ['message.im', 'app_mention', 'app_home_opened'],
  now: () => 1_795_492_800_000,
  echo: true,
  patience: 4000,
};

/** Slack, on a port of this machine, with one workspace, one app and whoever is needed. */
export interface Slack {
  /** For `clientOptions.slackApiUrl`. */
  readonly apiUrl: string;
  readonly tokens: Tokens;
  /** What the bot sent that Slack refuses or we do not want; a test expects it to be empty. */
  readonly violations: readonly string[];
  /** Every call of the Web API, with its answer. */
  readonly calls: readonly Call[];
  readonly downloads: readonly Download[];
  /** Everything sent to the app, with its acknowledgements. */
  readonly delivered: readonly Parcel[];
  /** The bot's own files that were completed, by name; of one name the last. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  person(id: string, name?: string, more?: { readonly locale?: string }): Person;
  /** The channel as it stands now, ephemeral messages included. */
  messages(channel: string): readonly Message[];
  /** The same as lines: `> ` a person, `< ` the bot, `[button]`. */
  transcript(channel: string): string;
  /** What was last published for this person. */
  home(user: string): View | undefined;
  /** The modal this person sees, undefined when none is open. */
  modal(user: string): View | undefined;
  /** Resolves as soon as this gives anything but undefined or false; looked at after every change. */
  until<T>(look: () => T | undefined | false): Promise<T>;
  fail(method: string, fault?: Fault): void;
  /** From now on this token is answered with this error. */
  revoke(token?: keyof Tokens, error?: string): void;
  /** Every token is good again. */
  restore(): void;
  /** Every trigger given so far has become older than three seconds. */
  expireTriggers(): void;
  /** From now on everything goes to this Request URL; without, over Socket Mode, as at the start. */
  deliverTo(url?: string, signingSecret?: string): void;
  /** Slack's question when a Request URL is entered. */
  challenge(url: string, signingSecret: string): Promise<Ack>;
  /** Any event at all, in its envelope. */
  sendEvent(event: object, how?: How): Promise<Ack>;
  redeliver(): Promise<Ack[]>;
  resend(how?: How): Promise<Ack>;
  /** When the app has acknowledged everything, its own echoes included. */
  idle(): Promise<void>;
  connections(): number;
  /** When so many Socket Mode connections are open. */
  connected(count?: number): Promise<void>;
  dropConnections(): void;
  disconnect(reason?: 'warning' | 'refresh_requested' | 'link_disabled'): void;
  close(): Promise<void>;
}

export async function openSlack(options: Partial<WorkspaceOptions> = {}): Promise<Slack> {
  const workspace = openWorkspace({ ...DEFAULTS, ...options });
  const { watches, violations } = workspace;
  const faults = openFaults();
  const asked: Asked = { calls: [], downloads: [] };
  const socket = socketCarrier(workspace);
  let carrier: Carrier = socket;
  const office = openPostOffice(workspace, () => carrier);
  const people = new Map<string, Person>();

  const server = createServer((request, response) => {
    answerRequest(host, faults, asked, request, response).catch((error: unknown) => {
      violations.push(`Slack itself failed: ${String(error)}`);
      response.writeHead(500).end();
    });
  });
  server.on('upgrade', socket.upgrade);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const host: Host = {
    workspace,
    origin: () => `http://127.0.0.1:${port}`,
    socketUrl: () => `ws://127.0.0.1:${port}${socket.ticket()}`,
    tell: (event) => office.echo(eventCallback(workspace, event)),
  };

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    tokens: workspace.options.tokens,
    violations,
    ...asked,
    delivered: office.delivered,
    get files() {
      const shared = [...workspace.channels.values()].flat().flatMap((one) => one.files ?? []);
      const ours = shared.filter(({ user }) => user === 'bot');
      return new Map(ours.map(({ name, bytes }) => [name, bytes]));
    },
    person(id, name = id, { locale = 'zh-CN' } = {}) {
      const known = people.get(id);
      if (known) return known;
      const member = { id, name, locale, dm: `D${id.slice(1)}` };
      workspace.people.set(id, member);
      workspace.channels.set(member.dm, []);
      const person = openPerson(host, office, member);
      people.set(id, person);
      return person;
    },
    messages: (channel) => messagesIn(workspace, channel),
    transcript: (channel) => messagesIn(workspace, channel).flatMap(onScreen).join('\n'),
    home: (user) => workspace.homes.get(user),
    modal: (user) => (workspace.stacks.get(user) as Stack | undefined)?.at(-1),
    until: (look) =>
      watches.until(
        () => look() || undefined,
        () => [...workspace.channels.values()].flat().flatMap(onScreen).join('\n'),
      ),
    fail: (method, fault = {}) => faults.fail(method, fault),
    revoke(token = 'bot', error = 'token_revoked') {
      workspace.revoked = new Map([...workspace.revoked, [workspace.options.tokens[token], error]]);
    },
    restore() {
      workspace.revoked = new Map();
    },
    expireTriggers() {
      for (const trigger of workspace.triggers.values()) trigger.is = 'expired';
    },
    deliverTo(url, signingSecret = '') {
      carrier = url === undefined ? socket : httpCarrier(url, signingSecret);
    },
    challenge(url, signingSecret) {
      const body = JSON.stringify({
        token: 'deprecated',
        challenge: 'c4',
        type: 'url_verification',
      });
      return postSigned(url, signingSecret, { type: 'application/json', body }, {});
    },
    sendEvent: (event, how) => office.send('events_api', eventCallback(workspace, event), how),
    redeliver: office.redeliver,
    resend: office.resend,
    idle: office.idle,
    connections: socket.connections,
    async connected(count = 1) {
      await watches.until(
        () => socket.connections() === count || undefined,
        () => `${socket.connections()} connections`,
      );
    },
    dropConnections: socket.drop,
    disconnect: (reason = 'refresh_requested') => socket.disconnect(reason),
    async close() {
      watches.close();
      socket.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
