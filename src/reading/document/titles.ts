import { halfWidth } from '../../domain/text.js';
import type { Form } from '../../forms/form.js';
import type { RawCell, RawDocument } from '../raw-document.js';
import { filled, headWords, withoutBrackets } from './cell-words.js';

/** The form's title, with what may stand around it: 附件2 某局2027年度部门整体支出绩效目标申报表. */
export interface Title {
  readonly unit: string;
  readonly year?: string;
}

/** Longer paragraphs are no titles. */
const LONGEST_TITLE = 80;
const SHORTEST_TITLE = 5;
/** So many lines, and rows, from the top may hold a title. */
const TOP = 8;

const YEAR =
  /(?<![\d—–~至-])(?:(?:19|20|21)\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})年(?:度|\))?/;
const APPENDIX = /^附[件表]?[\d\-—.]{0,6}[:、]?/;
/** Words before the title of a paragraph that only mentions it. */
const MENTION = /关于|报送|填报|填写|印发|上报|提交|[的请见按据和与及对将把《：:，。]/;

/** The form's title where it is all that a cell, or a paragraph of it, holds. */
export function titleIn(form: Form, cell: RawCell): Title | undefined {
  const whole = [headWords(cell), ...cell.paragraphs];
  return whole.map((words) => titleOf(form, words)).find((title) => title !== undefined);
}

function titleOf({ title }: Form, paragraph: string): Title | undefined {
  if (paragraph.length > LONGEST_TITLE) return undefined;
  const words = halfWidth(paragraph).replace(/\s/g, '');
  const year = YEAR.exec(words)?.[0];
  const bare = withoutBrackets(words);
  if (!bare.endsWith(title)) return undefined;
  const unit = bare.slice(0, -title.length).replace(APPENDIX, '').replace(YEAR, '');
  return MENTION.test(unit) ? undefined : { unit, ...(year && { year }) };
}

/** A title of something else: 项目支出绩效目标申报表, 自评表, 收支总表. */
function isOtherTitle(words: string): boolean {
  const bare = withoutBrackets(halfWidth(words));
  const isTitle = bare.length >= SHORTEST_TITLE && /表$/.test(bare) && !/[,。;:、]/.test(bare);
  return isTitle && bare.length <= LONGEST_TITLE && !isKin(bare);
}

/** 部门整体绩效目标表: in other words what the form is. */
function isKin(words: string): boolean {
  return /整体.*绩效目标/.test(words) && !/自评|评价|监控|调整|批复/.test(words);
}

/** Whether the top of a document says that it is this form, or that it is another one; undefined when neither. */
export function isTitled(form: Form, { lines, rows }: RawDocument): boolean | undefined {
  const alone = rows.map(filled).filter((row) => row.length === 1);
  if ([...lines, ...alone.flat()].some((cell) => titleIn(form, cell))) return true;
  const top = [...lines.slice(0, TOP), ...rows.slice(0, TOP).map(filled).filter(isOne).flat()];
  return top.some((cell) => isOtherTitle(headWords(cell))) ? false : undefined;
}

function isOne({ length }: readonly RawCell[]): boolean {
  return length === 1;
}
