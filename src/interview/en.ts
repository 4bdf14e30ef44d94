import {
  BULLET,
  bulleted,
  lineWords,
  listWords,
  namedWords,
  plural,
  sentence,
} from './en-lines.js';
import { filesEn } from './files/en.js';
import { filingsEn } from './filings/en.js';
import { historyEn } from './history/en.js';
import type { Wording } from './notice.js';
import type { CheckedSection, DifferenceIdea, FormName, Reckoning, Taken } from './sayable.js';

function nameWords({ title, unit, year }: FormName): string {
  const known = [unit, year].filter(Boolean).join(', ');
  return known === '' ? `《${title}》` : `the form of ${known}`;
}

function takenLine({ label, value, was, working, said }: Taken): string {
  const now = value === undefined ? 'left blank' : value;
  const reckoned = working === undefined ? '' : ` (${working})`;
  const words = said === undefined ? '' : ` (you said “${said}”)`;
  const before = was === undefined ? '' : `, was ${was ?? 'blank'}`;
  return `${label}: ${now}${reckoned}${words}${before}`;
}

function cellWords({ label, value = '(blank)', isAmount, working }: Taken): string {
  return isAmount ? `${label} ${value}${working === undefined ? '' : ` (${working})`}` : value;
}

function reckoningLine({ label, terms, sum, whole }: Reckoning): string {
  const shown = terms.map((term) => `${term.label} ${term.amount ?? '(blank)'}`).join(' + ');
  const result = `${label}: ${shown} = ${sum} 万元`;
  if (!whole) return result;
  return whole.difference === '0'
    ? `${result}, equal to ${whole.label}`
    : `${result}, but ${whole.label} is ${whole.amount} 万元: ${whole.difference} 万元 apart`;
}

function severityPart(title: string, sections: readonly CheckedSection[]): readonly string[] {
  if (sections.length === 0) return [];
  const words = sections.map(
    ({ section, lines }) =>
      `【${section}】\n${lines.map((line) => `${line.n === undefined ? BULLET : `${line.n}. `}${line.words}`).join('\n')}`,
  );
  return [`${title}:\n${words.join('\n')}`];
}

function unknownNumbers(unknown: readonly number[]): string {
  return unknown.length > 0 ? ` There is no number ${unknown.join(', ')}.` : '';
}

const CAUSES: Readonly<Record<DifferenceIdea['cause'], string>> = {
  'doubled-line': 'the same as an earlier line, probably entered twice',
  'swapped-digits': 'two neighbouring digits look swapped',
  'swapped-parts': 'two amounts look to be in each other’s place',
  'last-year': 'last year’s figure, probably not updated',
  yuan: '元 and 万元 look mixed up',
  'decimal-point': 'the decimal point looks misplaced',
  'sub-item': 'looks counted although another line holds it',
  'kept-total': 'both sides add up to this, the total looks left behind',
  'missing-line': 'the stated totals hold a line more',
  other: '',
};

function ideaWords({ cause, label, n, name, from, to, cells }: DifferenceIdea): string {
  const line = n === undefined ? '' : ` of line ${n}${name === undefined ? '' : ` “${name}”`}`;
  const why = CAUSES[cause] === '' ? '' : ` (${CAUSES[cause]})`;
  if (from !== undefined && to !== undefined) {
    return `${label}${line} from ${from} to ${to} 万元${why}`;
  }
  const amounts = cells?.map((cell) => `${cell.label} ${cell.amount} 万元`).join(', ');
  if (cells && n !== undefined)
    return `line ${n}${name === undefined ? '' : ` “${name}”`}: ${amounts}${why}`;
  if (cells) return `one line more in ${label} (${amounts})${why}`;
  return `without line ${n}${name === undefined ? '' : ` “${name}”`} of ${label}${why}`;
}

/** The English twin of `zh-cn.ts`. Labels printed on the form stay Chinese. */
export const en: Wording = {
  ...filesEn,
  ...filingsEn,
  ...historyEn,
  greeting: ({ title }) =>
    `Hello. I help you fill in 《${title}》, one question at a time. Answer in your own words; everything can be changed later and nothing is lost when you stop half-way. Words in 〔〕 can be sent as they are, for example 〔help〕 〔status〕 〔undo〕 〔check〕 〔export〕.`,
  hello: () => 'Hello, I am here.',
  welcomeBack: ({ answered, of, ...name }) =>
    `Welcome back. ${answered} of ${of} questions of ${nameWords(name)} are answered; let us go on.`,

  took: ({ lines }) =>
    lines.length === 1 && lines[0]
      ? sentence(`Noted: ${takenLine(lines[0])}`)
      : `Noted:\n${bulleted(lines.map(takenLine))}`,
  tookRow: ({ label, n, cells }) =>
    sentence(`Noted, ${label}, line ${n}: ${cells.map(cellWords).join(', ')}`),
  tookRows: ({ label, added, count, shown, sums }) => {
    const more = count > added ? `, ${count} in all` : '';
    const totals = sums.map((each) => `${each.label} ${each.amount} 万元`).join(', ');
    return `Noted, ${label}: ${plural(added, 'line')}${more}${totals === '' ? '' : `; totals: ${totals}`}:\n${listWords(shown)}`;
  },
  rowChanged: ({ label, n, cells }) =>
    sentence(`Changed, ${label}, line ${n}: ${cells.map(takenLine).join('; ')}`),
  removed: ({ label, gone, count }) =>
    `Removed from ${label}: ${gone.map(({ n, name = '' }) => `line ${n} “${name}”`).join(', ')}; ${plural(count, 'line')} left. 〔undo〕 brings it back.`,
  merged: ({ label, line }) => `${label}, merged:\n${lineWords(line)}`,
  moved: ({ label, from, to }) => `${label}: line ${from} is now line ${to}.`,
  unmoved: ({ label, n }) => `Line ${n} of ${label} stands there already.`,
  listNone: ({ label }) => `All right, ${label} stays empty.`,
  noneRefused: ({ label, against, amount }) =>
    `${against} is ${amount} 万元, so ${label} cannot be empty. Please give at least one line; if there is no ${against}, first say “${against}改成0”.`,
  listEmpty: ({ label }) =>
    `${label} has no line yet. Reply 〔none〕 to leave it empty, 〔skip〕 to fill it later.`,
  listProgress: ({ label, count, listed, against, left }) => {
    const sums = against
      ? `, ${listed} of ${against.label} ${against.amount} 万元 listed${left === undefined ? '' : `, ${left} 万元 left`}`
      : '';
    return `${label}: ${plural(count, 'line')}${sums}. Send more, or reply 〔done〕.`;
  },
  totalsAgree: ({ stated, count }) =>
    `The totals you gave (${stated.map(({ label, amount }) => `${label} ${amount} 万元`).join(', ')}) equal the sums of the ${plural(count, 'line')}.`,
  totalDiffers: ({ label, amount, sum, difference }) =>
    `Your total of ${label} is ${amount} 万元, the lines add up to ${sum} 万元: ${difference} 万元 apart. The form prints the exact sum; tell me which line is wrong.`,
  ignoredColumns: ({ heads }) =>
    `The form has no place for the column ${heads.map((head) => `“${head}”`).join(', ')}; it was not taken.`,
  ignoredNotes: ({ notes }) =>
    `${notes.map((note) => `“${note}”`).join(', ')}: a note, not taken into the form.`,
  unchanged: ({ label, value = 'blank' }) => `${label} is ${value} already; nothing was changed.`,
  unchangedLine: ({ label, n, value }) =>
    `Line ${n} of ${label} is “${value}” already; nothing was changed.`,
  moreDoubts: ({ count }) => `${count} places are not clear; one at a time:`,
  replaceOrAdd: ({ label, count, added }) =>
    `${label} already has ${plural(count, 'line')} and ${plural(added, 'line')} came now: replace them, or add the new ones?`,

  askAmount: ({ label }) =>
    `How much is ${label}, in 万元? Reply 0 for none, “blank” to leave it empty.`,
  askSeveral: ({ labels }) => `Still open: ${labels.join(', ')}. How much is each, in 万元?`,
  askAgain: ({ label, cells }) =>
    `${label} is now: ${cells.length === 1 ? (cells[0]?.value ?? 'blank') : cells.map(namedWords).join(', ')}. What should it be? 〔continue〕 leaves it as it is.`,
  suggested: () =>
    'Some that suit your tasks and duties; choose one if it fits, the figure is yours:',
  askMeasure: ({ name, measure }) =>
    `What is the target value of “${name}”? Usually written ${measure}; the figure is yours.`,
  listLines: ({ label, shown }) => `${label} now:\n${listWords(shown)}`,
  askLine: ({ label, n, cells }) =>
    `${label}, line ${n}, is now: ${cells.map(cellWords).join(', ')}.\nWhat should it be? 〔continue〕 leaves it as it is.`,
  askSplitOf: ({ n, name, total, sum }) =>
    `Line ${n} “${name}” has a total of ${total} 万元, but only ${sum} 万元 have a source. How much comes from each source?`,
  section: ({ at, of, label }) => `[Part ${at} of ${of} · ${label}]`,
  newStep: ({ label }) => `“${label}” is new on this form; it was not there when you began.`,
  review: ({ reckonings, counts, errors, warnings, hints, postponed, first, ...name }) =>
    [
      `${nameWords(name)}: every question has been asked.`,
      bulleted([
        ...reckonings.map(reckoningLine),
        counts.map(({ label, count }) => `${label}: ${count}`).join(', '),
      ]),
      ...(postponed.length > 0
        ? [`Skipped so far: ${postponed.join(', ')}. Reply 〔continue〕 to fill them.`]
        : []),
      errors === 0
        ? `Check: no errors${warnings > 0 ? `, ${plural(warnings, 'warning')}` : ''}${hints > 0 ? `, ${plural(hints, 'hint')}` : ''}. Ready to export; to change anything, say for example “edit 基本支出”.`
        : `Check: ${plural(errors, 'error')} to mend:\n${bulleted(first)}${errors > first.length ? '\n… 〔check〕 shows the rest.' : ''}`,
    ].join('\n'),
  anythingElse: () => 'Say what else to change, or reply 〔check〕 or 〔export〕.',

  checked: ({ reckonings, errors, warnings, hints, noted }) => {
    const none = errors.length + warnings.length + hints.length === 0;
    return [
      `Check · every sum anew:\n${bulleted(reckonings.map(reckoningLine))}`,
      ...(errors.length === 0 ? ['No errors.'] : []),
      ...severityPart('Errors, to be settled before the final file', errors),
      ...severityPart('Please look again', warnings),
      ...(warnings.length > 0
        ? ['What you have looked at and keep: say 〔noted〕 or “noted 1, 3”; who and when is kept.']
        : []),
      ...severityPart('Hints', hints),
      ...(noted > 0 ? [`${noted} more you have taken note of.`] : []),
      ...(none ? ['Nothing else to point out.'] : []),
    ].join('\n');
  },
  moreAlike: ({ count }) => `${count} more of the same kind.`,
  sectionChecked: ({ label, lines, more, hints }) =>
    [
      `“${label}”, checked:`,
      bulleted(lines),
      ...(more + hints > 0
        ? [
            `${more > 0 ? `${more} more to look at. ` : ''}${hints > 0 ? `${plural(hints, 'hint')}. ` : ''}Say check to see them.`,
          ]
        : []),
    ].join('\n'),
  noted: ({ lines, left, unknown }) =>
    `Kept, you have taken note of:\n${bulleted(lines.slice(0, 6))}${lines.length > 6 ? '\n…' : ''}${left > 0 ? `\n${left} left.` : ''}${unknownNumbers(unknown)}`,
  nothingToNote: ({ count, unknown }) =>
    count === 0
      ? 'There is nothing to take note of; hints need none.'
      : `Nothing new to take note of.${unknownNumbers(unknown)} Say check.`,
  diagnosed: ({ off, lines, ideas }) =>
    [
      ...off.map((each) => `${reckoningLine(each)}.`),
      ...(lines.length > 0 ? [bulleted(lines)] : []),
      ...(ideas.length > 0
        ? [
            ideas.every(({ isAll }) => isAll)
              ? 'Any one of these changes makes everything tie:'
              : 'More than one thing is off. The likeliest first; each settles the sums it is part of:',
            bulleted(ideas.map(ideaWords)),
          ]
        : [
            'No single change settles it, and none looks like a usual slip. Please compare the figures above with your papers.',
          ]),
    ].join('\n'),
  allTies: ({ reckonings, open }) =>
    [
      reckonings.length === 0
        ? 'There is nothing to compare yet.'
        : `All sums tie:\n${bulleted(reckonings.map(reckoningLine))}`,
      ...(open.length > 0 ? [`Not complete and not compared: ${open.join(', ')}.`] : []),
    ].join('\n'),

  exportedFinal: ({ warnings }) =>
    `Here is the final form. ${warnings > 0 ? `${plural(warnings, 'place')} may deserve a second look (〔check〕). ` : ''}Print, seal and sign it.`,
  exportedDraft: ({ errors, first }) =>
    `This is a draft and marked as one. ${plural(errors, 'error')} stand before the final form:\n${bulleted(first)}${errors > first.length ? '\n… 〔check〕 shows the rest.' : ''}`,

  help: () =>
    [
      'At any time you can say:',
      bulleted([
        'status — how far you are and what is open',
        'back · skip · done — the previous question, later, this list is complete',
        'edit 基本支出 · 总额改成2600 — change anything',
        '删除第3条 · 第3条改成… · 第5条移到第2条 · 把7、8条合并 — change a line',
        'undo · redo — take the last change back, or bring it again',
        'check · diagnose — every sum anew, and where a difference comes from',
        'send last year’s file — carry it over section by section; 同去年 — the same as last year',
        'preview · export word / excel / pdf / all — look at it, get the files',
        'restart · new · list · save',
        '中文 — 换成中文',
      ]),
      'Amounts are in 万元 unless you write 元 or 亿. Say “无” for none and “blank” to leave a blank.',
    ].join('\n'),
  status: ({ sections, missing }) =>
    [
      'Progress:',
      ...sections.map(({ label, answered, of, lines }) => {
        const sign = answered === of ? '✓' : answered === 0 ? '○' : '◐';
        return `${sign} ${label}${lines === undefined ? '' : `, ${plural(lines, 'line')}`}`;
      }),
      missing.length === 0
        ? 'Every question has been asked.'
        : `Still open: ${missing.join(', ')}.`,
    ].join('\n'),
  saved: () =>
    'Everything is saved, each answer when you gave it. Next time just say 〔continue〕.',
  skipped: ({ label }) => `All right, ${label} later.`,
  agreed: () => 'All right.',
  restartWhat: () => 'Which part? Please name it, for example “重填 年度主要任务”.',
  leftOpen: ({ label, gaps }) =>
    `${label}, still open: ${gaps
      .slice(0, 6)
      .map(({ n, column }) => `line ${n} ${column}`)
      .join(
        ', ',
      )}${gaps.length > 6 ? ` and more (${gaps.length} in all)` : ''}. They stay empty for now; the check will name them.`,
  tableDropped: ({ label }) =>
    `The table was not taken: it was not said whether its figures are in 元 or in 万元. Please paste it again for ${label}.`,
  orIsLine: () => 'If it is a line of the list, say 〔就是这条〕.',
  pendingDropped: ({ label, count }) =>
    `The ${count} lines for ${label} were not taken: it was not said whether they replace the list. Please send them again if needed.`,
  atFirst: () => 'This is the first question.',
  doubtDropped: () =>
    'All right, that was not taken and nothing has changed. Say undo again for the change before it.',
  restarted: ({ label }) =>
    `“${label}” is empty now; let us fill it anew. 〔undo〕 brings it back.`,
  spoken: () => 'English it is.',
  assignNotYet: () =>
    'Handing a section to a colleague is not possible yet. 〔skip〕 it and fill it in later.',
  submitNotYet: () =>
    'Submitting online is not possible yet. Please 〔export〕, print and hand it in as usual.',
  returnedNotYet: ({ words }) =>
    `Finding the place a returned form is about is not possible yet. ${words === '' ? '' : `I saw the comment “${words}”. `}Please say what to change, for example “edit 满意度指标”.`,
  lastYearHere: ({ year }) =>
    `Your form of ${year} is here: say “同去年” for what stays the same, or “比去年多50万”, “比去年压减5%”.`,
  lastYearEmpty: () => 'Last year’s form has nothing there. Please give this year’s.',
  lastYearNotYet: () =>
    "Last year's form is not here yet. Send its file (Word, Excel or PDF) and carry it over section by section, or send me the content itself.",
  latePress: () =>
    'That question was answered already; nothing was changed. The current one is below.',
  oversize: ({ characters, most }) =>
    `This message has ${characters} characters, more than the ${most} of one message, and was not taken. Please send it in pieces.`,
  unknown: ({ said }) => `I did not understand “${said}”; nothing was changed.`,
  didYouMean: ({ said, meant }) => `“${said}”: did you mean 〔${meant}〕? Nothing was entered.`,
  question: ({ said }) =>
    `“${said}” is a question; nothing was entered, and I cannot answer it yet. If unsure, say skip; help lists what you can say.`,
  channelsNotYet: () =>
    'In a browser (shenbao serve; on a phone as well), in a terminal, and in direct messages on Slack where it is set up; 企业微信 is not there yet.',
  modelNotYet: () =>
    'There is no language model behind this: fixed rules read and reckon, and invent nothing.',
  welcome: () => 'You are welcome.',
  wrong: () =>
    'If the last answer was noted wrongly, reply 〔undo〕; to change something else just say so, for example “总额改成2600”.',
  neverMind: () => 'All right, nothing was changed. 〔undo〕 takes the last change back.',
  failed: () =>
    'Something went wrong: this message was not handled and nothing was changed. Please try other words, or call whoever runs this program.',
  exportFailed: () =>
    'The file could not be made; everything you filled in is safe. Please try again, or call whoever runs this program.',
  fileNotSaved: ({ name, reason }) =>
    `${name} could not be written (${reason}). Everything you filled in is safe; please check the folder and export again.`,
  notSaved: () =>
    'This message could not be saved; nothing was changed. Please send it again later.',
  waiting: () =>
    'Your message has arrived, but cannot be stored right now. It will be handled by itself; do not send it again.',

  doubt: ({ code, said, label, params }) => {
    const about = label === '' ? '' : `${label}: `;
    const p = (key: string) => params[key] ?? '';
    const sentences: Readonly<Record<string, string>> = {
      approximate: `${about}“${said}” is approximate; a budget needs the exact figure, for example 2565.36. How many 万元?`,
      negative: `${about}“${said}” is negative; an amount cannot be. Please write for example 2565.36.`,
      range: `${about}“${said}” is a range; please give one exact figure, for example 2565.36.`,
      percent: `${about}“${said}” is a share; please give an amount, for example 2565.36.`,
      placeholder: `${about}“${said}” looks like something left over from a template; please give the real figure.`,
      separators: `${about}the point or commas in “${said}” are wrong; please write 2565.36 or 2,565.36.`,
      unit: `${about}I do not know the unit of “${said}”. Please use 万元, 元 or 亿元, for example 2565.36万元.`,
      'too-large': `${about}“${said}” is too large for a budget; please look at the unit again.`,
      'no-figure': `${about}there is no amount in “${said}”. Please write for example 2565.36; “无” for none, 〔skip〕 for later.`,
      unknown: `${about}I did not understand “${said}”; please write for example 2565.36, in 万元.`,
      'ambiguous-unit': `${about}I am not sure of the unit of “${said}”. Which of these is it?`,
      omission: `${about}“${said}” can be read in two ways. Which is it?`,
      'which-line': `Which line is “${said}” for?`,
      'line-count': `The form has ${p('lines')} lines here, you gave ${p('given')} figures. Please name them, for example “财政2557.36，其他8，其余为0”.`,
      conflict: `${about}one sentence holds two figures (${said}). Which one?`,
      'total-needed': `To work out “${said}” I need the ${p('whole')} first. How many 万元?`,
      'all-or-rest': `“${said}”: other lines have amounts already. Is it the rest, or all of it?`,
      'parts-needed': `${about}“${said}” is only a part and was not taken. Please give ${p('all')} together, or the whole.`,
      'rest-later': `“${said}” was not worked out: a figure is still open. Please say it again once that is settled.`,
      'others-needed': `To work out “${said}” the other lines must be known. How much are they, besides ${label}? If there are none, say “全部是${label}”.`,
      nested: `${label} ${said} was said to be within another line and was not taken. The lines stand beside each other and add up to the total; please give each its own amount.`,
      'negative-rest': `${about}${p('working')}: the rest is negative and was not noted. Please look at the earlier figures.`,
      'no-such-row': `${label} has no line ${p('n')}; there are ${p('count')}.`,
      'which-list': `Which part does “${said}” mean? Please name it, for example “删除任务第3条”.`,
      'which-row': `Which line is “${said}” for? Please give its number, for example “第3条 财政92，其他8”; for the income lines use their full names.`,
      year: `I did not understand the year “${said}”; please give four digits, for example 2027.`,
      misfit: `“${said}” does not look like ${label} and was not noted. Please give just that, or 〔skip〕.`,
      'several-rows': `Several lines are called “${said}” (${p('names')}); nothing was changed. Please use the full name or the number.`,
      'edit-unclear': `“${said}” seems to be about a line, but I did not understand what to do; nothing was changed. For example: 第3条总额改成50; 删除第3条; 第5条移到第2条; 把7、8条合并.`,
      'too-many-rows': `${p('rows')} lines came at once, more than ${p('most')}; they were not taken. Please send them in pieces.`,
      'table-unit': `Are the figures of this table (“${said}”) in 元 or in 万元? They are taken once that is known.`,
      nameless: `“${said}” has no name and was not taken. Please write both, for example “群众满意度，${said}”.`,
      columns: `I cannot match the columns of this table (${said}). Please paste ${label} in the order of the form, or with its head row.`,
    };
    return sentences[code] ?? sentences['unknown'] ?? '';
  },

  choiceRestZero: () => 'the rest is 0',
  choiceRest: ({ label }) => `all the rest is ${label}`,
  choiceAll: ({ label }) => `all is ${label}`,
  choiceSign: () => 'sign by hand',
  choiceFinish: () => 'done',
  choiceContinue: () => 'continue',
  choiceNone: () => 'none',
  choiceSkip: () => 'skip',
  choiceExport: () => 'export',
  choiceCheck: () => 'check',
  choicePreview: () => 'preview',
  choiceReplace: () => 'replace',
  choiceAdd: () => 'add',
  choiceAmount: ({ amount }) => `${amount}万元`,
  choiceUnit: ({ unit }) => unit,
  choiceChange: ({ words }) => words,
  choiceNote: () => 'noted',
  choiceThisLine: () => 'it is a line',
  choiceIdea: ({ name, measure }) => (/＿/.test(measure) ? `${name}，${measure}` : name),
  choiceLine: ({ label }) => label,
};
