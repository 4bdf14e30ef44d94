import { userInfo } from 'node:os';
import { routes } from '../channels/routes.js';
import { terminal } from '../channels/terminal.js';
import { readConfig } from '../config.js';
import { openShenbao } from '../main.js';
import { fileIn, saveFile } from './files.js';

/** `shenbao chat`: one person at this terminal, or a pipe. */
export async function chat(): Promise<number> {
  const config = readConfig();
  const channel = terminal({
    input: process.stdin,
    output: process.stdout,
    isInteractive: process.stdin.isTTY === true && process.stdout.isTTY === true,
    conversation: 'terminal',
    person: userInfo().username,
    locale: config.locale,
    save: (file) => saveFile(config.exports, file),
    open: fileIn,
    now: () => Date.now(),
    later: (ms, run) => {
      const timer = setTimeout(run, ms);
      return { cancel: () => clearTimeout(timer) };
    },
  });
  const app = openShenbao(config, routes(() => [channel]).send);
  try {
    await app.recover();
    await channel.start(app);
  } finally {
    await app.close();
  }
  return 0;
}
