import { type App, openApp } from './app/app.js';
import type { AppParts, Reply } from './app/ports.js';
import type { Config } from './config.js';
import { documents } from './documents/documents.js';
import { departmentOverall } from './forms/department-overall/form.js';
import { openLog } from './log.js';
import { profileOf } from './profiles.js';
import { openStore } from './store/open.js';

/** Joins the parts: the one place that knows them all. Channels are given by whoever starts the program. */
export function openShenbao(
  config: Config,
  send: (reply: Reply) => Promise<void>,
  given: Partial<Pick<AppParts, 'store' | 'form'>> = {},
): App {
  const now = () => Date.now();
  return openApp({
    store: given.store ?? openStore(config.data),
    form: given.form ?? departmentOverall(profileOf(config.profile)),
    locale: config.locale,
    documents: documents(),
    send,
    log: openLog(config.log, (line) => process.stderr.write(line), now),
    now,
    wait: (ms) =>
      new Promise((resolve) => {
        setTimeout(resolve, ms).unref();
      }),
  });
}
