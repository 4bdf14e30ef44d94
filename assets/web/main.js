// @ts-check
/** @import { Line, Start, Words } from './types.js' */
import { showConnection } from './banner.js';
import { openChat } from './chat.js';
import { openComposer, tell } from './composer.js';
import { byId } from './dom.js';
import { listen } from './events.js';
import { takeDroppedFiles } from './file-drop.js';
import { openLater } from './later.js';
import { openLivingForm } from './living-form.js';
import { openOutbox } from './outbox.js';
import { Fault, get, speakFor } from './requests.js';
import { openTabs } from './tabs.js';
import { say, show, speak } from './words.js';

/** After this long somebody comes back rather than goes on: they are greeted. */
const AWAY = 6 * 60 * 60_000;
const RETRY = 3000;

/** Joins the parts of the page. @param {Start} start */
function open({ person, conversation, isShared, locale, largestFile, longestText }) {
  speak(locale);
  speakFor(conversation);
  byId('person').textContent = person;
  byId('person').hidden = !person;
  const tabs = openTabs();
  const outbox = openOutbox({
    conversation,
    onChange: (sent) => chat.show(sent),
    onSignedOut: (words) => events.signOut(words),
  });
  const chat = openChat({
    onPress: (prompt, option) => {
      outbox.send({ type: 'press', prompt, say: option.say }, option.label);
      chat.toEnd();
    },
    onEarlier: (before) => get(`/api/lines?before=${before}`),
    onAgain: (id) => outbox.again(id),
    onDiscard: (id) => outbox.forget(id),
    onPutBack: ({ id, words }) => {
      if (words?.type === 'text') composer.putBack(words.text);
      outbox.forget(id);
    },
  });
  const form = openLivingForm({
    send: (words, shown) => outbox.send(words, shown),
    onTalk: () => tabs.isNarrow() && tabs.choose('chat'),
    onPlace: () => tabs.isNarrow() && tabs.choose('form'),
  });
  const sayText = (/** @type {string} */ text) => {
    outbox.send({ type: 'text', text });
    chat.toEnd();
  };
  const sendFiles = (/** @type {File[]} */ files) => {
    for (const file of files) if (isFit(file, largestFile)) outbox.sendFile(file);
  };
  const composer = openComposer({ conversation, longestText, onSay: sayText, onFiles: sendFiles });
  takeDroppedFiles(byId('chat'), sendFiles);
  byId('sign-out').hidden = !isShared;
  show(byId('sign-out-button'), 'signOut');
  openTopBar((text) => {
    sayText(text);
    if (tabs.isNarrow()) tabs.choose('chat');
  }, sayText);
  for (const sent of outbox.pending()) chat.show(sent);

  let isGreeted = false;
  const events = listen({
    onLine(line) {
      outbox.forget(line.message);
      chat.add(line);
      if (line.from === 'person' || !isGreeted) return;
      tabs.news();
      form.settle();
    },
    onForm(view) {
      form.update(view);
      if (isGreeted) return;
      isGreeted = true;
      chat.begin();
      // Only now: what stands in the conversation has been taken, and is not sent again.
      outbox.retry();
      greet(chat.newest(), outbox);
    },
    onNotice: (notice) => chat.notice(notice),
    onConnection(connection, words) {
      showConnection(connection, words);
      if (connection === 'connected' && isGreeted) outbox.retry();
    },
  });
  byId('earlier').addEventListener('click', () =>
    chat.loadEarlier().catch(() => tell('notFetched', {}, true)),
  );
  if (!tabs.isNarrow()) composer.focus();
}

/** @param {Line | undefined} newest @param {{ pending: () => unknown[], send: (words: Words) => void }} outbox */
function greet(newest, outbox) {
  const isBack = !newest || Date.now() - newest.at > AWAY;
  if (isBack && outbox.pending().length === 0) outbox.send({ type: 'opened' });
}

/** Refuses a file before it is sent, and says why. @param {File} file @param {number} largest in bytes */
function isFit({ name, size }, largest) {
  if (size > 0 && size <= largest) return true;
  if (size === 0) tell('emptyFile', { name }, true);
  else tell('tooLarge', { name, megabytes: Math.floor(largest / 1024 / 1024) }, true);
  return false;
}

/**
 * @param {(text: string) => void} onFiling
 * @param {(text: string) => void} onLanguage
 */
function openTopBar(onFiling, onLanguage) {
  byId('open-filings').addEventListener('click', () =>
    openLater(import('./filings-dialog.js'), ({ openFilings }) => openFilings({ onSay: onFiling })),
  );
  const language = byId('language');
  show(language, 'languageOther');
  show(language, 'languageSwitch', undefined, 'data-words-label');
  language.addEventListener('click', () => onLanguage(say('languageOther')));
}

/** Asks until the server answers: it may be starting. */
async function boot() {
  try {
    open(await get('/api/start'));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    if (!error.isPassing) {
      showConnection('signed-out', error.message);
      return;
    }
    showConnection('lost');
    setTimeout(boot, RETRY);
  }
}

boot();
