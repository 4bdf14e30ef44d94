/** What the page and the server say to each other: the server's own types, so that neither can drift. */

import type { FilingInList, Origin as ServerOrigin } from '../../src/app/views.js';
import type { StartAnswer } from '../../src/channels/web/api.js';
import type { lineForPage } from '../../src/channels/web/file-links.js';
import type { IncomingMessage } from '../../src/channels/web/incoming.js';
import type { Severity as ServerSeverity } from '../../src/domain/finding.js';
import type { Locale as ServerLocale } from '../../src/forms/form.js';
import type { BlankView } from '../../src/interview/form-view/blanks.js';
import type {
  CellView,
  FindingView,
  LineView,
  SectionView,
  FormView as ServerFormView,
  TextView,
} from '../../src/interview/form-view/form-view.js';
import type { EntryInWords } from '../../src/interview/history/entries.js';
import type { Option as ServerOption } from '../../src/interview/parts.js';

export type Locale = ServerLocale;
export type Severity = ServerSeverity;
export type Words = IncomingMessage['words'];
export type Start = StartAnswer;
export type Option = ServerOption;
export type Line = ReturnType<typeof lineForPage>;
export type Part = Line['parts'][number];
export type Blank = BlankView;
export type Text = TextView;
export type HeadLine = LineView;
export type Cell = CellView;
export type Finding = FindingView;
export type Section = SectionView;
export type FormView = ServerFormView;
export type Sheet = FormView['sheet'];
export type Origin = ServerOrigin;
export type Entry = EntryInWords;
export type Filing = FilingInList;

export interface Notice {
  message?: string;
  text: string;
}

/**
 * Something sent. `waiting`: not at the server yet; `accepted`: there, and not in the log yet;
 * `refused`: the server does not take it, and `reason` says why.
 */
export interface Sent {
  id: string;
  at: number;
  state: 'waiting' | 'accepted' | 'refused';
  words?: Words;
  file?: string;
  /** What the log shows for it until its line comes; none for what nobody said. */
  shown?: string;
  reason?: string;
}

/** How the page stands with the server. */
export type Connection = 'connected' | 'lost' | 'signed-out';
