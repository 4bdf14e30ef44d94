import type { slackZhCn } from './zh-cn.js';

/** What only Slack needs to be said, in English. */
export const slackEn: typeof slackZhCn = {
  choose: 'Please choose',
  fillAll: 'Fill in at once',
  save: 'Save',
  cancel: 'Cancel',
  longFile: 'all of it.txt',
  restInFile: (name) => `(This is long; all of it is in “${name}”.)`,
  reading: 'Reading the file …',
  writing: 'Making the file …',
  drawing: 'Drawing the pages …',
  inPrivate:
    'A form is filled in a direct message, where nobody else reads along. Send me one, or use /shenbao.',
  inMessages: 'All right; please go on in our direct messages.',
  edited:
    'You edited a message that had been taken already; it stays as it was taken. To change the form, please say it again, for example “总额改成2600”.',
  deleted:
    'You deleted a message that had been taken already; what it filled in is still on the form. To take that step back, reply 撤销 (undo).',
  staleButton:
    'This button does not work any more; nothing was changed. Please answer in words, or reply 继续 (continue).',
  windowFailed:
    'The window did not open. Please press “Fill in at once” again, or answer in words.',
  homeHint: 'After pressing a button, please go on in the Messages tab.',
  windowHint: 'What is left empty is asked later; an amount that there is none of is 0.',
  inWan: (label) => `${label} (万元, 10,000 yuan)`,
  newLine: (n) => `New line ${n}`,
  line: (n) => `Line ${n}`,
  homeTitle: 'My forms',
  homeNone: 'No forms yet. Press “Begin”.',
  noUnit: '(no unit yet)',
  year: (year) => year,
  isOpen: 'open',
  archived: 'archived',
  progress: (answered, of, errors) =>
    `${answered} of ${of} done${errors > 0 ? `, ${errors} errors` : ''}`,
  goOn: 'Go on',
  start: 'Begin',
  another: 'Another form',
};
