import type { zhCn } from './zh-cn.js';

/** What the server says to a person at the page, in English. */
export const en: typeof zhCn = {
  title: 'shenbao',
  malformed:
    'What the page sent could not be understood and was not handled. Please reload the page.',
  'signed-out':
    'You are not signed in, or no longer. Please open the address shown in the window in which the assistant runs.',
  'signed-out-shared':
    'You are not signed in, or no longer. Please sign in again; nothing is lost.',
  'somebody-else':
    'Somebody else has signed in at this browser; this page was opened by another person, so nothing was taken. Please reload it and sign in under your own name.',
  'entry-used':
    'This address works once, and has been used or is too old. Press Enter in the window in which the assistant runs for a new one.',
  foreign:
    "The request did not come from the assistant's own page and was not handled. Please open the assistant's address directly.",
  'not-found': 'That was not found; it may have changed meanwhile. Please reload the page.',
  'too-large': (limit) =>
    `That is larger than ${limit} and was not taken. Please send it in pieces, or a smaller file.`,
  'too-many':
    'That was too fast; please wait a moment. What was not handled is still on your page.',
  'not-saved':
    'This message could not be saved; what was filled in is unchanged. The page will send it again by itself.',
  'upload-not-saved':
    'The file could not be saved. Please hand it in again; this link still works.',
  unavailable:
    'This kind of file cannot be made here: a part of the program is not installed. Word works.',
  failed:
    'Something went wrong; nothing was handled and nothing has changed. Please try again, or ask whoever runs the assistant.',
  'wrong-secret': 'That is not the secret. Please ask whoever runs the assistant.',
  'name-needed': 'Please give your name (up to 40 characters); it stands in the record of changes.',
  'link-used': 'This link has been used or is too old. Please ask for another in the conversation.',
  signIn: 'Sign in',
  signOut: 'Sign out',
  name: 'Name',
  nameHint: 'Stands in the record of changes, so that colleagues know who made them',
  secret: 'Secret',
  secretHint: 'From whoever runs the assistant',
  previewLink: 'See the form',
  previewHint: 'This link works once.',
  open: 'Open',
  uploadLink: 'Hand in a file',
  uploadHint:
    'Choose a file and press “Hand in”; the assistant answers in the conversation. This link works once.',
  file: 'File',
  upload: 'Hand in',
  uploaded: 'It has arrived. The answer is in the conversation.',
};
