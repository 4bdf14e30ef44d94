import type { zhCn } from './zh-cn.js';

/** The English twin of `zh-cn.ts`. */
export const en: typeof zhCn = {
  faults: {
    'in-use': 'The data file is in use by another running shenbao; close that one first.',
    damaged: 'The data file is damaged; nothing was changed. Please restore it from a backup.',
    'not-opened': 'The data file cannot be opened; please check the folder and the disk.',
  },
  commands: `申报助手 shenbao

  shenbao serve                                         fill the form in a browser: prints an address
  shenbao chat                                          talk in this terminal
  shenbao check FILE [--last-year FILE2] [--json]       check a declaration, beside last year's; exit 1 on errors
  shenbao convert IN OUT                                make it .docx .xlsx .pdf .png .html or .json
  shenbao read --step ID "text"                         how a sentence is understood, as JSON
  shenbao replay TRANSCRIPT [--out DIR]                 play a conversation file; exit 1 on unexpected replies
  shenbao doctor                                        looks at the settings and channels; 1 when something is wrong
  shenbao schema [--profile]                            JSON Schema of a declaration, or of a profile
`,
  entrance: (address) =>
    `\nThe assistant is running. Please open this in a browser:\n\n  ${address}\n`,
  anotherEntrance:
    'This address works once; press Enter for another, for one more browser. Ctrl+C stops the program.',
  incomplete: (title, missing) =>
    `${title} is off: ${missing} is not set. Set it and start again; see README and .env.example.`,
  node: (version) => `Node ${version}`,
  folder: (path) => `The data folder ${path} can be read and written`,
  folderNot: (path, reason) =>
    `The data folder ${path} cannot be read and written (${reason}); please check its permissions, or set SHENBAO_DATA`,
  formAndFonts: (profile) => `The form ${profile} can be made into a PDF`,
  fontsNot: (reason) =>
    `PDF files and pictures cannot be made (${reason}); Word and Excel can. Please install what is missing, or set SHENBAO_FONTS`,
  formNot: (reason) => `The form cannot be used (${reason}); please check SHENBAO_PROFILE`,
  off: (title) => `${title} is not set, and off`,
  connected: (title) => `${title} is connected.`,
  notConnected: (title, reason) =>
    `${title} is not connected (${reason}). Put the settings right and start again; shenbao doctor helps to find out why.`,
  notConnectedYet: (title, reason) =>
    `${title} cannot be reached now (${reason}) and is tried again; the page works meanwhile.`,
  misused: (what, usage) => `${what}\nusage: ${usage}`,
  oneArgument: 'one argument is needed',
  twoArguments: 'two file names are needed',
  noArgument: 'no argument is needed',
  notFound: (path) => `${path} is not there; please check its name and folder`,
  unreadable: (path, reason) => `${path} cannot be read: ${reason}`,
  unwritable: (path, reason) => `${path} cannot be written: ${reason}`,
  noForm: (path) => `${path} is no declaration: neither its title nor its parts were found`,
  noFormat: (path, known) => `${path} cannot be written; formats are: ${known}`,
  unplaced: (places) => `not taken: ${places.join(', ')}`,
  unread: (places) => `amounts that cannot be read: ${places.join(', ')}`,
  quoted: (words, at) => `“${words}” (${at})`,
  noDeclaration: (path, problems) => `${path} is no declaration\n${problems.join('\n')}`,
  wholeFile: '(file)',
  noProfile: (path, name, shipped) =>
    `${path} follows the profile “${name}”, which is not here. Shipped are ${shipped}; SHENBAO_PROFILE may name the file of another`,
  counts: ({ error, warning, hint }) =>
    `${counted(error, 'error')}, ${counted(warning, 'warning')}, ${counted(hint, 'hint')}`,
  stepNeeded: (known) => `say with --step which step the words answer; steps are: ${known}`,
  unknownStep: (id, known) => `unknown step ${id}; steps are: ${known}`,
  missed: (place, expected, got) => `✗ ${place}\n  expected: ${expected}\n  got: ${got}`,
  played: (messages, files, missed) =>
    `${counted(messages, 'message')}, ${counted(files, 'file')}, ${missed === 0 ? 'as expected' : `${missed} not as expected`}`,
};

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
