import type { ChatLog } from '../../app/chat-log.js';
import type { Once } from '../../app/once.js';
import type { Log } from '../../app/ports.js';
import type { Views } from '../../app/views.js';
import type { Locale } from '../../forms/form.js';

/** What the web page's server is made of. */
export interface WebParts {
  /** The address it listens at. */
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** The address people know it by, where that is another: https://shenbao.example.gov.cn. */
  readonly origin?: string;
  /** What whoever may use it must know, where others than this machine's user can reach it. */
  readonly secret?: string;
  /** What sessions and links are signed with. */
  readonly signingKey: string;
  /** Who uses it where no secret is asked for: this machine's user. */
  readonly person: string;
  readonly locale: Locale;
  /** The folder with the page. */
  readonly assets: string;
  readonly views: Views;
  readonly chatLog: ChatLog;
  readonly once: Once;
  /** The measurements, as text that Prometheus reads. */
  readonly metrics: () => Promise<string>;
  readonly log: Log;
  readonly now: () => number;
}
