import { halfWidth, trim } from '../domain/text.js';
import { COMMAND_PHRASES, readPlainCommand } from './commands.js';

/** What input methods make of the two characters of a command, one slip apart from it. */
const SLIPS: Readonly<Record<string, string>> = {
  核兑: '核对',
  合对: '核对',
  核队: '核对',
  河对: '核对',
  导处: '导出',
  到出: '导出',
  倒出: '导出',
  导出来: '导出',
  预揽: '预览',
  预缆: '预览',
  予览: '预览',
  撤肖: '撤销',
  彻销: '撤销',
  撤消了: '撤销',
  完城: '完成',
  完程: '完成',
  跳国: '跳过',
  条过: '跳过',
  进都: '进度',
  近度: '进度',
  帮住: '帮助',
  帮组: '帮助',
  返会: '返回',
  反回: '返回',
  继序: '继续',
  重作: '重做',
  暂寸: '暂存',
};
/** Shorter phrases are one letter away from too much else. */
const SHORTEST = 3;
const LONGEST = 12;

/** The command that a short message was probably meant for: 导处, 上一部, udno. Undefined for anything else. */
export function slipOf(text: string): string | undefined {
  const words = halfWidth(trim(text))
    .toLowerCase()
    .replace(/[。.!！]$/, '');
  if (words.length > LONGEST || readPlainCommand(words)) return undefined;
  if (Object.hasOwn(SLIPS, words)) return SLIPS[words];
  const shortest = /^[a-z ]+$/.test(words) ? SHORTEST + 1 : SHORTEST;
  if (words.length < shortest) return undefined;
  return COMMAND_PHRASES.find(
    // 等一下 is no slip of 存一下: the first character is the one that is chosen with care.
    (phrase) => phrase.length >= shortest && phrase[0] === words[0] && isOneSlipAway(words, phrase),
  );
}

/** Whether two words differ by one character, or by two neighbours in each other's place. */
function isOneSlipAway(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1 || left === right) return false;
  let at = 0;
  while (left[at] !== undefined && left[at] === right[at]) at += 1;
  const [restLeft, restRight] = [left.slice(at), right.slice(at)];
  return (
    restLeft.slice(1) === restRight.slice(1) ||
    restLeft.slice(1) === restRight ||
    restLeft === restRight.slice(1) ||
    (restLeft[0] === restRight[1] &&
      restLeft[1] === restRight[0] &&
      restLeft.slice(2) === restRight.slice(2))
  );
}
