import type { HomeView, KnownBlock } from '@slack/types';
import type { FilingInList } from '../../app/views.js';
import { cutTo, LIMITS } from './limits.js';
import type { slackZhCn } from './zh-cn.js';

/** Filings that the home tab shows, the last ones: a block each, below the limit with what stands around them. */
const MOST_FILINGS = 40;

/** The home tab: a person's filings with how far they are, and what to go on with. */
export function homeOf(filings: readonly FilingInList[], words: typeof slackZhCn): HomeView {
  const shown = filings.filter(({ state }) => state !== 'deleted').slice(-MOST_FILINGS);
  const header: KnownBlock = { type: 'header', text: plain(words.homeTitle, 150) };
  const none: KnownBlock = { type: 'section', text: plain(words.homeNone, LIMITS.section) };
  const begin: KnownBlock = {
    type: 'actions',
    block_id: 'home',
    elements: [
      {
        type: 'button',
        action_id: shown.length === 0 ? 'start' : 'another',
        text: plain(shown.length === 0 ? words.start : words.another, LIMITS.button),
      },
    ],
  };
  const rows = shown.map((filing): KnownBlock => rowOf(filing, words));
  const hint: KnownBlock = { type: 'context', elements: [plain(words.homeHint, LIMITS.label)] };
  return { type: 'home', blocks: [header, ...(shown.length === 0 ? [none] : rows), begin, hint] };
}

function rowOf(filing: FilingInList, words: typeof slackZhCn): KnownBlock {
  const { n, unit = words.noUnit, year, isOpen, state, answered, of, errors } = filing;
  const marks = [
    ...(isOpen ? [words.isOpen] : []),
    ...(state === 'archived' ? [words.archived] : []),
  ];
  const name = `${unit}${year === undefined ? '' : ` ${words.year(year)}`}`;
  const status = marks.length > 0 ? `（${marks.join('，')}）` : '';
  return {
    type: 'section',
    block_id: `filing.${n}`,
    text: plain(`${name}${status}\n${words.progress(answered, of, errors)}`, LIMITS.section),
    accessory: {
      type: 'button',
      action_id: 'go-on',
      text: plain(words.goOn, LIMITS.button),
      value: String(n),
    },
  };
}

function plain(text: string, most: number) {
  return { type: 'plain_text' as const, text: cutTo(most, text), emoji: false };
}
