// @ts-check
/** @import { Connection, FormView, Line, Notice } from './types.js' */
import { asOwner, Fault, get } from './requests.js';

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;
/** A connection that is back within this was never lost, as far as the person need know. */
const GRACE = 1500;

/**
 * Listens to the server, and comes back to it wherever it left off. The browser itself reconnects after a
 * dropped line; after an answer that is no stream it gives up, and this does not.
 *
 * @param {{
 *   onLine: (line: Line) => void,
 *   onForm: (view: FormView) => void,
 *   onNotice: (notice: Notice) => void,
 *   onConnection: (connection: Connection, words?: string) => void,
 * }} hooks
 */
export function listen({ onLine, onForm, onNotice, onConnection }) {
  /** @type {EventSource | undefined} */
  let source;
  let last = 0;
  let pause = FIRST_PAUSE;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let reopening;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let grace;
  let isSignedOut = false;

  function open() {
    clearTimeout(reopening);
    reopening = undefined;
    source?.close();
    const after = last > 0 ? `&after=${last}` : '';
    source = new EventSource(`/api/events?${asOwner()}${after}`);
    source.onopen = () => {
      pause = FIRST_PAUSE;
      clearTimeout(grace);
      grace = undefined;
      onConnection('connected');
    };
    source.onerror = lose;
    on('line', (line) => {
      last = Math.max(last, line.n);
      onLine(line);
    });
    on('form', onForm);
    on('notice', onNotice);
    // What the page knows has not been said: a backup was put back.
    source.addEventListener('reset', () => location.reload());
  }

  /** @param {string} name @param {(value: any) => void} take */
  function on(name, take) {
    source?.addEventListener(name, ({ data }) => take(JSON.parse(data)));
  }

  function lose() {
    // Without a network this machine still reaches itself.
    if (source?.readyState === EventSource.OPEN) return;
    grace ??= setTimeout(() => !isSignedOut && onConnection('lost'), GRACE);
    if (source?.readyState === EventSource.CLOSED) reopenLater();
  }

  async function reopenLater() {
    if (reopening || isSignedOut) return;
    reopening = setTimeout(open, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
    // A stream cannot say why it was refused; a plain request can.
    const fault = await get('/api/start').then(
      () => undefined,
      (error) => error,
    );
    if (fault instanceof Fault && fault.isSignedOut) signOut(fault.message);
  }

  /** @param {string} words */
  function signOut(words) {
    isSignedOut = true;
    clearTimeout(reopening);
    source?.close();
    onConnection('signed-out', words);
  }

  const reopenNow = () => {
    if (isSignedOut) return;
    if (source?.readyState === EventSource.OPEN) {
      onConnection('connected');
      return;
    }
    pause = FIRST_PAUSE;
    open();
  };
  addEventListener('online', reopenNow);
  addEventListener('offline', lose);
  // A phone that slept may hold a connection that is long dead.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') reopenNow();
  });
  open();
  return { signOut };
}
