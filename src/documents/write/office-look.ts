/** A4 with its margins in millimetres; 174 mm between the side margins. Margins 〔推〕. */
export const PAGE = {
  width: 210,
  height: 297,
  top: 20,
  right: 18,
  bottom: 18,
  left: 18,
  /** From the edge of the paper to the page number and to the draft mark. */
  edge: 10,
} as const;

/** Type faces by name: the office's own machines have them. Source: domain notes 3.2 〔推〕. */
export const FACES = {
  title: '方正小标宋简体',
  label: '宋体',
  head: '黑体',
  text: '仿宋_GB2312',
} as const;

/** Who a file says it is by. */
export const AUTHOR = '申报助手';

/** The colour of a draft's mark. */
export const RED = 'C00000';

/** Space kept free for the seal above the table, in millimetres. 〔推〕 */
export const SEAL_SPACE = 4;
