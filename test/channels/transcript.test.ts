import { describe, expect, test } from 'vitest';
import { parseTranscript } from '../../src/channels/transcript.js';

describe('a transcript', () => {
  test('lines of one message belong together, tabs and empty lines included', () => {
    const steps = parseTranscript(
      '# 标题\n\n说明。\n\n> 甲\t1\n>\n> 乙\t2\n\n< 已记\n@press 完成\n@expect-file *.docx\n',
    );
    expect(steps).toEqual([
      { type: 'say', line: 5, text: '甲\t1\n\n乙\t2' },
      { type: 'expect', line: 9, words: '已记' },
      { type: 'press', line: 10, label: '完成' },
      { type: 'expect-file', line: 11, pattern: '*.docx' },
    ]);
  });

  test('an instruction nobody knows is an error with its line', () => {
    expect(() => parseTranscript('> 你好\n@dance\n')).toThrow('line 2: unknown @dance');
  });
});
