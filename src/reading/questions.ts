import { trim } from '../domain/text.js';

const ASKING =
  /[?？]$|^(?:为什么|为啥|怎么|咋|什么是|啥是|请问|你是谁|你是什么|how|what|why|can you|do you)|(?:是什么意思|是啥意思|啥意思|怎么[填写改算弄用办]\S{0,4}|要不要填\S?|有没有(?:模板|例子|范本)|(?:对不对|行不行|好不好|能不能|可不可以|是不是)\S{0,8}|(?:剩|差|是|成|要|变成)了?多少了?|[^不]吗|怎么办|能不能\S{1,12})$|^(?:我?不知道|我?不清楚|我?不会|没想好|不太懂|看不懂|能不能|可不可以|有\S{1,8}版[本吗]?|可以\S{2,12}吗)/i;

const LONGEST_QUESTION = 40;

/** A question is never content, whatever was asked. */
export function isQuestion(text: string): boolean {
  const words = trim(text);
  return words.length <= LONGEST_QUESTION && !/[\t\n]/.test(words) && ASKING.test(words);
}
