import { type App, openApp } from './app/app.js';
import type { AppParts, Documents, Reply } from './app/ports.js';
import type { Config } from './config.js';
import { documents } from './documents/documents.js';
import { departmentOverall } from './forms/department-overall/form.js';
import { openLog } from './log.js';
import { profileOf } from './profiles.js';
import { openStore } from './store/open.js';

/** What makes and reads files, for those who need nothing else. */
export function openDocuments({ fonts }: Pick<Config, 'fonts'>): Documents {
  return documents({ fonts });
}

/** Joins the parts: the one place that knows them all. Channels are given by whoever starts the program. */
export function openShenbao(
  config: Pick<Config, 'data' | 'locale' | 'profile' | 'fonts' | 'log'>,
  send: (reply: Reply) => Promise<void>,
  own: Partial<
    Pick<AppParts, 'store' | 'form' | 'documents' | 'count' | 'busy' | 'fetchFile'>
  > = {},
): App {
  const now = () => Date.now();
  const { store, form, documents: given, ...others } = own;
  return openApp({
    ...others,
    store: store ?? openStore(config.data),
    form: form ?? departmentOverall(profileOf(config.profile)),
    locale: config.locale,
    documents: given ?? openDocuments(config),
    send,
    log: openLog(config.log, (line) => process.stderr.write(line), now),
    now,
    wait: (ms) =>
      new Promise((resolve) => {
        setTimeout(resolve, ms).unref();
      }),
  });
}
