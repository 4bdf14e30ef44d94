// @ts-check
/** @import { Blank, Finding, Severity } from './types.js' */
import { wordedButton } from './dialog.js';
import { make } from './dom.js';
import { icon } from './icons.js';
import { say, show } from './words.js';

/** Gravest first. @type {readonly Severity[]} */
export const SEVERITIES = ['error', 'warning', 'hint'];

/** @type {Record<Severity, import('./words.js').Key>} */
const COUNTED = { error: 'errorCount', warning: 'warningCount', hint: 'hintCount' };

/**
 * Findings by the place they are about, gravest first.
 *
 * @param {readonly Finding[]} findings
 * @returns {Map<string, Finding[]>}
 */
export function findingsByPlace(findings) {
  const found = /** @type {Map<string, Finding[]>} */ (new Map());
  for (const severity of SEVERITIES) {
    for (const finding of findings) {
      if (finding.severity !== severity || finding.place === undefined) continue;
      found.set(finding.place, [...(found.get(finding.place) ?? []), finding]);
    }
  }
  return found;
}

/**
 * The gravest severity that still asks for attention; what was taken note of comes last.
 *
 * @param {readonly Finding[]} findings
 * @returns {{ severity: Severity, isNoted: boolean } | undefined}
 */
export function gravest(findings) {
  const first = findings.find(({ isNoted }) => !isNoted) ?? findings[0];
  return first && { severity: first.severity, isNoted: first.isNoted ?? false };
}

/** 有 1 个错误，2 个提醒: how many of each, in words. @param {readonly Finding[]} findings */
export function countWords(findings) {
  return SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [say(COUNTED[severity], { count })] : [];
  });
}

/**
 * A count with its sign, read out as words.
 *
 * @param {Severity} severity
 * @param {number} count
 */
export function countView(severity, count) {
  const words = show(make('span', { class: 'unseen' }), COUNTED[severity], { count });
  const figure = make('span', { 'aria-hidden': 'true' }, String(count));
  return make('span', { class: `count ${severity}` }, icon(severity), figure, words);
}

/**
 * What a finding says, with the change that settles it to press.
 *
 * @param {Finding} finding
 * @param {{ onChange: (change: string) => void, onGo?: () => void }} hooks
 */
export function findingView({ severity, words, change, isNoted }, { onChange, onGo }) {
  const name = show(make('span', { class: 'unseen' }), severity);
  const text = make('span', { class: 'words' }, name, ' ', words);
  if (isNoted) text.append(' ', show(make('span', { class: 'noted' }), 'isNoted'));
  const actions = [
    change && wordedButton('applyChange', () => onChange(change), 'small', { change }),
    onGo && wordedButton('goThere', onGo, 'link'),
  ].flatMap((each) => each || []);
  return make(
    'li',
    { class: `finding ${severity}` },
    icon(severity),
    make(
      'div',
      {},
      text,
      actions.length > 0 ? make('div', { class: 'actions' }, ...actions) : undefined,
    ),
  );
}

/**
 * What a blank is called when it is read out: its label, what stands in it, and what is the matter.
 *
 * @param {string} text what is printed
 * @param {Blank} blank
 * @param {readonly Finding[]} findings
 */
export function blankName(text, blank, findings) {
  const { label, line, state, reads, value } = blank;
  const lineWords = line === undefined ? '' : `${say('lineNumber', { line })} `;
  const isAmount = reads === 'amount' && state === 'filled' && value !== null;
  const unit = isAmount && !text.includes('万元') ? ` ${say('inTenThousands')}` : '';
  const printed = text.includes(label) ? text.trim() : `${label}：${text.trim()}`;
  const stateWords = { asked: [say('asked')], blank: [say('leftBlankWords')], filled: [] }[state];
  return [`${lineWords}${printed}${unit}`, ...stateWords, ...countWords(findings)].join('，');
}
