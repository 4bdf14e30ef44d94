/** What becomes of a filing. A deletion is asked about before it is done. */
export type Keeping = 'archive' | 'unarchive' | 'ask-delete' | 'delete' | 'restore';

/** What a person wants done with one of their filings, named by its number in 我的申报. */
export type FilingCommand =
  | { readonly name: 'open-filing'; readonly number: number }
  /** A new filing for the year after. */
  | { readonly name: 'copy-filing'; readonly number: number }
  | { readonly name: 'keep-filing'; readonly how: Keeping; readonly number: number };

/** The words before the number, in half width and lower case. */
const VERBS: readonly (readonly [RegExp, (number: number) => FilingCommand])[] = [
  [/^(?:打开|换到|切换到|open)$/, (number) => ({ name: 'open-filing', number })],
  [/^(?:复制|照抄|copy)$/, (number) => ({ name: 'copy-filing', number })],
  [/^(?:归档|archive)$/, keep('archive')],
  [/^(?:取消归档|unarchive)$/, keep('unarchive')],
  [/^(?:删除申报|delete form)$/, keep('ask-delete')],
  [/^(?:确认删除|confirm delete)$/, keep('delete')],
  [/^(?:恢复|恢复申报|restore)$/, keep('restore')],
];

function keep(how: Keeping) {
  return (number: number): FilingCommand => ({ name: 'keep-filing', how, number });
}

/** 打开 2, 归档第3份, 删除第2份申报. 删除第2条 is about a line, and none of these. */
export function readFilingCommand(words: string): FilingCommand | undefined {
  const [, verb = '', digits = '', measure] =
    /^(\D+?)\s*第?\s*(\d{1,3})\s*(份)?(?:申报表?)?$/.exec(words) ?? [];
  const number = Number.parseInt(digits, 10);
  // 删除 2 may mean a line; 删除第2份 cannot.
  if (verb === '删除' && measure !== undefined) return keep('ask-delete')(number);
  return VERBS.find(([pattern]) => pattern.test(verb))?.[1](number);
}
