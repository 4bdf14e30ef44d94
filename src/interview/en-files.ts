import type { FileFault } from '../reading/raw-document.js';
import type { FileDifference, FileRest, LinesInShort, SectionCount } from './sayable.js';
import type { filesZhCn } from './zh-cn-files.js';

const MOST_UNPLACED = 5;

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

function linesWords({ lines, omitted }: LinesInShort): string {
  const words = lines.map(
    ({ n, name = '(no name)', value }) => `${n}. ${name}${value === undefined ? '' : `　${value}`}`,
  );
  const last = words.pop() ?? '';
  return [...words, ...(omitted > 0 ? [`… (${omitted} more between)`] : []), last].join('\n');
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

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function bulleted(lines: readonly string[]): string {
  return lines.map((line) => `· ${line}`).join('\n');
}

const FAULTS: Readonly<Record<FileFault, string>> = {
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

/** The English twin of `zh-cn-files.ts`. */
export const filesEn: typeof filesZhCn = {
  fileFault: ({ fault }) => sentence(FAULTS[fault]),
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
      ...(values.length > 0
        ? [bulleted(values.map(({ label: name, value = 'blank' }) => `${name} ${value}`))]
        : []),
      ...lists.map(({ label: name, count, shown }) =>
        [
          `${name === label ? '' : `${name}, `}${count} line${count === 1 ? '' : 's'}`,
          linesWords(shown),
        ].join(':\n'),
      ),
      ...(doubtful.length > 0 ? [`Please look at:\n${bulleted(doubtful)}`] : []),
      use === 'last-year'
        ? 'Unchanged this year, or to be changed? Unchanged fills it in as it is; single lines can be changed later.'
        : 'Fill it in like this, or start anew?',
    ].join('\n'),
  importChanges: ({ label, changes }) =>
    `[${label}] The file differs from what is filled in:\n${bulleted(changes.slice(0, 20).map(differenceWords))}${changes.length > 20 ? `\n… ${changes.length} in all` : ''}\nAdopt what the file says, or leave it as it is?`,
  importNothing: ({ use }) =>
    use === 'changes'
      ? 'The file says what is filled in already; there is nothing to change.'
      : use === 'last-year'
        ? 'Nothing can be carried over as it is; what is filled in stays. Say “同去年” where it is the same as last year.'
        : 'There is nothing to fill in.',
  imported: ({ file, items }) =>
    items.length === 0
      ? 'Nothing of this section could be filled in; one thing at a time, then.'
      : `Filled in from “${file}”: ${items.map(countWords).join('; ')}. 〔undo〕 takes it back.`,
  formats: () =>
    'Word, Excel and PDF: 〔export word〕, 〔export excel〕, 〔export pdf〕, or 〔export all〕; 〔preview〕 to look first.',
  noPicture: () => 'Nothing here can draw pictures; this is the form as text:',
  formatUnavailable: ({ format }) =>
    `No ${format} file can be made: a part is not installed here; whoever runs this finds it in the README (“PDF and pictures”). 〔export word〕 works.`,
  importStopped: () => 'All right, nothing more of the file is taken.',
  lastYearWas: ({ cells, lists }) =>
    `Last year: ${[...cells.map(({ label, value = 'blank' }) => `${label} ${value}`), ...lists.map(({ label, count }) => `${label} ${count} line${count === 1 ? '' : 's'}`)].join(', ')}.`,

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
