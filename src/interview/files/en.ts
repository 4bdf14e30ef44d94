import type { FileFault } from '../../reading/raw-document.js';
import { bulleted, listWords, namedWords } from '../en-lines.js';
import type { DoubtfulLine, FileDifference, FileRest, SectionCount } from '../sayable.js';
import type { filesZhCn } from './zh-cn.js';

const MOST_UNPLACED = 5;
const MOST_CHANGES = 20;
const MOST_DOUBTFUL = 6;

function doubtfulWords(doubtful: readonly DoubtfulLine[]): readonly string[] {
  if (doubtful.length === 0) return [];
  const lines = doubtful
    .slice(0, MOST_DOUBTFUL)
    .map(({ n, words }) => (n === undefined ? words : `line ${n}: ${words}`));
  const more = doubtful.length > lines.length ? `\n… ${doubtful.length} in all` : '';
  return [`Please look at:\n${bulleted(lines)}${more}`];
}

function countWords({ label, values, lines }: SectionCount): string {
  const parts = [
    ...(values > 0 ? [`${values} value${values === 1 ? '' : 's'}`] : []),
    ...(lines > 0 ? [`${lines} line${lines === 1 ? '' : 's'}`] : []),
  ];
  return `${label} ${parts.join(', ')}`;
}

function differenceWords(each: FileDifference): string {
  const line = each.n === undefined ? '' : ` line ${each.n}`;
  const name = each.name ? ` “${clipped(each.name)}”` : '';
  if (each.isNew) return `${each.label}: new${line}${name}`;
  if (each.isGone) return `${each.label}: gone${line}${name}`;
  const column = each.column === undefined ? '' : ` ${each.column}`;
  const place = each.at === undefined ? '' : ` (${each.at} in the file)`;
  return `${each.label}${line}${name}${column}: ${side(each.from)} → ${side(each.to)}${place}`;
}

function side(words: string | null | undefined): string {
  return words === null || words === undefined ? 'blank' : clipped(words);
}

function clipped(words: string): string {
  const line = words.replaceAll('\n', ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

function restWords({ unplaced, strays, edited }: FileRest): readonly string[] {
  const some = unplaced
    .slice(0, MOST_UNPLACED)
    .map(({ words, at }) => `“${clipped(words)}” (${at})`);
  const more = unplaced.length > some.length ? ` and others, ${unplaced.length} in all` : '';
  const others = strays.map(({ heading, name }) => `${heading} “${clipped(name)}”`);
  return [
    ...(some.length > 0 ? [`No place for, and not taken: ${some.join(', ')}${more}.`] : []),
    ...(others.length > 0
      ? [`Kinds of indicators this form does not have, not taken: ${others.join(', ')}.`]
      : []),
    ...(edited.length > 0
      ? [`Edited by hand since it was exported: ${edited.join(', ')}; what is seen now counts.`]
      : []),
  ];
}

function capitalised(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

const FAULTS: Readonly<Record<FileFault, string>> = {
  gone: 'it could not be fetched; it may have been removed or have expired. Please send it again.',
  'too-large':
    'the file is over 20 MB and was not read. Please send the form alone, without pictures or attachments.',
  'too-much':
    'the file holds far more cells or pages than a form and was not read. Please send that page or sheet alone.',
  unsafe:
    'the file is built in an unsafe way (it may unpack to something huge) and was not read. Please open it in Word or WPS, save a copy, and send that.',
  encrypted:
    'the file has a password and was not read. Please save it without one and send it again.',
  macros:
    'the file holds macros and was not read. Please save it as .docx or .xlsx without macros.',
  damaged:
    'the file cannot be opened; it may be cut off, or its name may not fit its content. Please save it anew.',
  'old-excel':
    'this is an old Excel file (.xls) and was not read. Please save it as .xlsx in Excel or WPS.',
  'unknown-kind':
    'I cannot read this kind of file. Send .docx, .doc, .xlsx, .pdf, .html, .txt or .json, or paste the table here.',
  'no-text':
    'the file holds pictures only, as a scan does; it needs OCR first. If there is a Word or Excel file, please send that one.',
  'too-slow':
    'the file is too large or too involved to be read within the limits of time and memory. Please send the form alone.',
};

/** The English twin of `zh-cn.ts`. */
export const filesEn: typeof filesZhCn = {
  noFile: ({ path }) =>
    `There is no file “${path}”; please check its name and folder, or drop the file on this window.`,
  fileFault: ({ fault }) => capitalised(FAULTS[fault]),
  fileRefused: ({ file, fault }) =>
    `“${file}”: ${FAULTS[fault]} Nothing you filled in has changed.`,
  noForm: ({ file, title, problems }) =>
    problems.length === 0
      ? `“${file}” does not look like 《${title}》: neither its title nor its parts were found, and nothing was taken. Was it the wrong file?`
      : `“${file}” is no declaration, and nothing was taken:\n${bulleted(problems)}`,
  fileRead: ({ file, unit, year, found, missing, errors, first, mine, ...rest }) =>
    [
      `I read “${file}”${unit || year ? `: ${[unit, year].filter(Boolean).join(', ')}` : ''}. Nothing is on the form yet; it will be once you confirm it.`,
      found.length > 0
        ? `Recognised: ${found.map(countWords).join('; ')}.`
        : 'Every part of it is empty; there is nothing to use.',
      ...(found.length > 0 && missing.length > 0 ? [`Not found: ${missing.join(', ')}.`] : []),
      ...restWords(rest),
      ...(errors > 0
        ? [
            `The file itself has ${errors} error${errors === 1 ? '' : 's'}:\n${bulleted(first)}${errors > first.length ? '\n…' : ''}`,
          ]
        : []),
      ...(mine
        ? [
            `Please note: you are filling in the form of “${mine}”, the file is that of “${unit ?? ''}”.`,
          ]
        : []),
    ].join('\n'),
  importKind: ({ file, year }) =>
    `“${file}”${year === '' ? '' : ` is for ${year}`}. Is it last year’s form, or the one to fill in now?`,
  importSection: ({ label, use, values, lists, doubtful }) =>
    [
      `[${label}] ${use === 'last-year' ? 'Last year' : 'In the file'}:`,
      ...(values.length > 0 ? [bulleted(values.map(namedWords))] : []),
      ...lists.map(({ label: name, count, shown }) =>
        [
          `${name === label ? '' : `${name}, `}${count} line${count === 1 ? '' : 's'}`,
          listWords(shown),
        ].join(':\n'),
      ),
      ...doubtfulWords(doubtful),
      use === 'last-year'
        ? 'Unchanged this year, or to be changed? Unchanged fills it in as it is; single lines can be changed later.'
        : 'Fill it in like this, or start anew?',
    ].join('\n'),
  importChanges: ({ label, changes, others }) => {
    const shown = bulleted(changes.slice(0, MOST_CHANGES).map(differenceWords));
    const more = changes.length > MOST_CHANGES ? `\n… ${changes.length} in all` : '';
    const rest = others.map((each) => `${each.label} ${each.count}`).join(', ');
    return `[${label}] The file differs from what is filled in:\n${shown}${more}\nAdopt what the file says, or leave it as it is?${rest === '' ? '' : ` (Still to come: ${rest})`}`;
  },
  importNothing: ({ use }) =>
    use === 'last-year'
      ? 'Nothing can be carried over as it is; what is filled in stays. Say “同去年” where it is the same as last year.'
      : 'The file says what is filled in already; there is nothing to change.',
  imported: ({ file, items }) =>
    items.length === 0
      ? 'Nothing of this section could be filled in; one thing at a time, then.'
      : `Filled in from “${file}”: ${items.map(countWords).join('; ')}. 〔undo〕 takes it back.`,
  formats: () =>
    'Word, Excel and PDF: 〔export word〕, 〔export excel〕, 〔export pdf〕, or 〔export all〕; 〔preview〕 to look first.',
  noPicture: () => 'Nothing here can draw pictures; this is the form as text:',
  formatUnavailable: ({ format }) =>
    `No ${format} file can be made: a part is not installed here; whoever runs this finds it in the README (“PDF and pictures”). 〔export word〕 works.`,
  importStopped: () => 'All right, nothing of the file is used that was not confirmed.',
  importUnclear: () => 'Please say first what this file is.',
  importLeft: ({ label }) => `All right, ${label} stays as it is.`,
  importedToEdit: ({ file, label }) =>
    `${label} is filled in as in “${file}”; change its lines one by one, such as “第1条改成…” or “删除第3条”, then say 〔done〕.`,
  importAdopted: ({ file, items }) =>
    `Changed as in “${file}”: ${items.map(({ label, count }) => `${label} ${count} change${count === 1 ? '' : 's'}`).join('; ')}. 〔undo〕 takes it back.`,
  importDoubtful: ({ doubtful }) => doubtfulWords(doubtful).join('\n'),
  fileLeft: ({ file }) => `What was not confirmed of “${file}” is not asked about any more.`,
  fileLost: () =>
    'The file you sent cannot be read any more; what was not confirmed of it was not taken. Please send it again.',
  lastYearWas: ({ cells, lists }) =>
    `Last year: ${[...cells.map(namedWords), ...lists.map(({ label, count }) => `${label} ${count} line${count === 1 ? '' : 's'}`)].join(', ')}.`,

  choiceInYear: ({ from, to }) => `Unchanged, ${from} to ${to}`,
  choiceDropFile: () => 'Not this file',
  choiceLastYearForm: () => 'Last year’s form',
  choiceThisForm: () => 'The one to fill in',
  choiceUnchanged: () => 'Unchanged',
  choiceToChange: () => 'Change',
  choiceAllUnchanged: () => 'All the rest unchanged',
  choiceFillIn: () => 'Fill in like this',
  choiceAnew: () => 'Start anew',
  choiceFillAll: () => 'Fill in all of it',
  choiceAdopt: () => 'Adopt',
  choiceLeave: () => 'Leave',
  choiceAdoptAll: () => 'Adopt all',
  choiceSame: () => 'Same as last year',
};
