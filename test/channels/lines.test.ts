import { describe, expect, test } from 'vitest';
import { keyboardJoiner, pipeJoiner } from '../../src/channels/lines.js';

/** A clock that goes on when it is told to. */
function clock() {
  let due: (() => void) | undefined;
  return {
    later: (_: number, run: () => void) => {
      due = run;
      return {
        cancel: () => {
          due = undefined;
        },
      };
    },
    pass: () => due?.(),
  };
}

describe('at a keyboard', () => {
  test('lines that arrive together are one message', () => {
    const sent: string[] = [];
    const { later, pass } = clock();
    const joiner = keyboardJoiner(later, (message) => sent.push(message));
    joiner.line('普法\t90');
    joiner.line('复议\t50');
    expect(sent).toEqual([]);
    pass();
    joiner.line('完成');
    pass();
    expect(sent).toEqual(['普法\t90\n复议\t50', '完成']);
  });

  test('a bracketed paste waits for the Enter behind it, however long it takes', () => {
    const sent: string[] = [];
    const { later, pass } = clock();
    const joiner = keyboardJoiner(later, (message) => sent.push(message));
    joiner.paste(true);
    joiner.line('1、负责普法。');
    pass();
    joiner.line('2、负责复议。');
    joiner.paste(false);
    pass();
    expect(sent).toEqual([]);
    joiner.line('3、负责矫正。');
    pass();
    expect(sent).toEqual(['1、负责普法。\n2、负责复议。\n3、负责矫正。']);
  });

  test('an Enter on an empty line says nothing', () => {
    const sent: string[] = [];
    const { later, pass } = clock();
    const joiner = keyboardJoiner(later, (message) => sent.push(message));
    joiner.line('');
    pass();
    expect(sent).toEqual([]);
  });
});

describe('from a pipe', () => {
  function piped(...lines: string[]): string[] {
    const sent: string[] = [];
    const joiner = pipeJoiner((message) => sent.push(message));
    for (const line of lines) joiner.line(line);
    joiner.end();
    return sent;
  }

  test('a line is a message, rows of a table are one', () => {
    expect(piped('2027', '普法\t90', '复议\t50', '完成', '')).toEqual([
      '2027',
      '普法\t90\n复议\t50',
      '完成',
    ]);
  });

  test('a quote within a cell is a sign like any other', () => {
    expect(piped('显示器\t17"屏\t12', '打印机\t激光\t3', '完成')).toEqual([
      '显示器\t17"屏\t12\n打印机\t激光\t3',
      '完成',
    ]);
  });

  test('a cell that only begins with a quoted word ends with its line', () => {
    expect(piped('"十四五"规划\t12', '完成')).toEqual(['"十四五"规划\t12', '完成']);
    expect(piped('普法\t"十四五"规划\t12', '完成')).toEqual(['普法\t"十四五"规划\t12', '完成']);
  });

  test('a quoted cell may hold a line break', () => {
    expect(piped('普法\t"法律', '十进"\t90', '完成')).toEqual(['普法\t"法律\n十进"\t90', '完成']);
  });
});
