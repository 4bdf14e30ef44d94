import type { Chance } from './chance.js';

/** What messages are made of: words of the form, words of commands, figures, signs, and single characters. */
const PIECES: readonly (readonly string[])[] = [
  ...[
    '资金总额 公共财政拨款 财政 其他 专户 基金 基本支出 项目支出 人员 公用 单位 负责人 年度 职责 任务 目标',
    '数量指标 质量指标 满意度 效益 成本 指标 指标值 名称 内容 总额 合计 小计 其中 任务名称 一级指标',
    '剩下都是 其余为0 全部是 改成 删除 合并 移到 加一条 第3条 第2、3条 最后一条 撤销 完成 跳过 核对 差在哪 已知悉',
    '同去年 不变 比去年多 无 没有 留空 手签 不对 错了 应该是 为什么 怎么填 加在后面 替换 元 万元 单位：元',
    '2565.36 8 0 -5 1,000 12万 1.2亿 八万 壹佰万元整 约50 95% ≥98% 2027 2027年11月 100-200 ２５ XX 3000000',
    '， 。 、 ； ： （ ） “ ” ? ！ " | 1、 2. （三） ① · —— /',
  ].map((words) => words.split(' ')),
  ['\t', '\n', ' ', '\u3000', '\r\n', '\u200b', '\ud800', '\u0000', '𠮷', '👍'],
];
const ALPHABETS = [
  '0123456789.,',
  '零一二三四五六七八九十百千万亿点',
  'abcXYZ*_-{}[]()',
  '的了是和与条项个元年月日',
];

/** A message of up to `most` pieces, drawn from several alphabets at once. */
export function randomMessage(chance: Chance, most = 14): string {
  return Array.from({ length: 1 + chance(most) }, () => randomPiece(chance)).join('');
}

function randomPiece(chance: Chance): string {
  if (chance(4) === 0) {
    const alphabet = [...(ALPHABETS[chance(ALPHABETS.length)] ?? '')];
    return Array.from({ length: 1 + chance(6) }, () => alphabet[chance(alphabet.length)]).join('');
  }
  const words = PIECES[chance(PIECES.length)] ?? [];
  const word = words[chance(words.length)] ?? '';
  return chance(20) === 0 ? word.repeat(1 + chance(30)) : word;
}
