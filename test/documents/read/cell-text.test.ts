import { describe, expect, test } from 'vitest';
import { paragraphsOf } from '../../../src/documents/read/cell-text.js';
import type { CellPart } from '../../../src/documents/read/line-pairs.js';
import type { Piece } from '../../../src/documents/read/printed-page.js';
import { rhythmOf } from '../../../src/documents/read/rhythm.js';
import { partedLines, textLines } from '../../../src/documents/read/text-lines.js';

/** Type of 10 points: a Chinese character is as wide, a letter half of it. */
function piece(text: string, x: number, y: number): Piece {
  const width = [...text].reduce((sum, each) => sum + (each < '\u2000' ? 5 : 10), 0);
  return { text, x, y, width, size: 10 };
}

/** A cell with room for ten characters between margins of 3 points; its lines by their baselines. */
function cell(...lines: readonly (readonly [text: string, y: number, x?: number])[]): CellPart {
  const pieces = lines.map(([text, y, x = 3]) => piece(text, x, y));
  return { left: 0, right: 106, top: 0, bottom: 200, lines: textLines(pieces) };
}

const RHYTHM = { line: 15, paragraph: 16 };

describe('in a document that sets paragraphs apart', () => {
  test('a full line before a larger distance ends its paragraph', () => {
    const part = cell(['一二三四五六七八九十', 15], ['一二三四五六七八九十', 31], ['完。', 46]);
    expect(paragraphsOf([part], RHYTHM)).toEqual([
      '一二三四五六七八九十',
      '一二三四五六七八九十完。',
    ]);
  });

  test('a short line before the usual distance was broken on purpose', () => {
    const part = cell(['第一行', 15], ['第二行', 30], ['另一段', 46]);
    expect(paragraphsOf([part], RHYTHM)).toEqual(['第一行\n第二行', '另一段']);
  });

  test('a line that left room only because a sign may not begin the next goes on', () => {
    const part = cell(['一二三四五六七八九', 15], ['十。其余', 30]);
    expect(paragraphsOf([part], RHYTHM)).toEqual(['一二三四五六七八九十。其余']);
  });
});

describe('in a document that does not', () => {
  test('a line that stops clearly short ends its paragraph', () => {
    const part = cell(['其中：基本支出：', 15, 3], ['三字句', 30], ['项目支出：', 45]);
    expect(paragraphsOf([part], undefined)).toEqual(['其中：基本支出：三字句', '项目支出：']);
  });

  test('a numbered line behind the end of a sentence begins one, though the line before is full', () => {
    const part = cell(['一二三四五六七八九。', 15], ['2、其余', 30]);
    expect(paragraphsOf([part], undefined)).toEqual(['一二三四五六七八九。', '2、其余']);
  });

  test('a number within a sentence begins none', () => {
    const part = cell(['一二三四五六七八九共', 15], ['2.5万元', 30]);
    expect(paragraphsOf([part], undefined)).toEqual(['一二三四五六七八九共2.5万元']);
  });

  test('an empty line ends a paragraph', () => {
    const part = cell(
      ['一二三四五六七八九十', 15],
      ['一二三四五六七八九十', 30],
      ['一二三四五六七八九十', 60],
    );
    expect(paragraphsOf([part], undefined)).toEqual([
      '一二三四五六七八九十一二三四五六七八九十',
      '一二三四五六七八九十',
    ]);
  });
});

describe('a label', () => {
  test('of even lines in the middle of its cell is one', () => {
    const part: CellPart = { ...cell(['年度预', 15, 12], ['算申请', 30, 12]), right: 54 };
    expect(paragraphsOf([part], RHYTHM)).toEqual(['年度预算申请']);
  });

  test('keeps its unit in brackets on a line of its own', () => {
    const lines = cell(['年度预', 15, 12], ['算申请', 30, 12], ['（万元）', 45, 7]);
    expect(paragraphsOf([{ ...lines, right: 54 }], RHYTHM)).toEqual(['年度预算申请', '（万元）']);
  });

  test('from top to bottom is one word, on two pages too', () => {
    const parts = [cell(['年', 15, 48], ['度', 30, 48]), cell(['目', 15, 48], ['标', 30, 48])];
    expect(paragraphsOf(parts, undefined)).toEqual(['年度目标']);
  });
});

describe('the blank that the end of a line stands for', () => {
  const joined = (before: string, after: string) =>
    paragraphsOf([cell([before, 15], [after, 30])], undefined);

  test('is none between Chinese characters, nor between them and letters', () => {
    expect(joined('一二三四五六七八九十', 'ABC')).toEqual(['一二三四五六七八九十ABC']);
  });

  test('is one between words', () => {
    expect(joined('the quick brown fox', 'jumps')).toEqual(['the quick brown fox jumps']);
  });

  test('is none within an address', () => {
    expect(joined('https://example.org/a', 'very/long?q=1')).toEqual([
      'https://example.org/avery/long?q=1',
    ]);
  });
});

test('a paragraph that the end of a page cuts goes on behind it', () => {
  const parts = [cell(['一二三四五六七八九十', 180]), cell(['后半句。', 15], ['二、', 31])];
  expect(paragraphsOf(parts, RHYTHM)).toEqual(['一二三四五六七八九十后半句。', '二、']);
});

describe('the distances that tell paragraphs in a document', () => {
  const full = '一二三四五六七八九十';

  test('are those of a cell whose larger ones follow short lines', () => {
    const part = cell([full, 15], ['短。', 30], [full, 46], ['短。', 61], ['一', 77]);
    expect(rhythmOf([[part]])).toEqual({ line: 15, paragraph: 16 });
  });

  test('are unknown where they differ for another reason, such as two fonts', () => {
    const part = cell([full, 15], [full, 30], [full, 46], [full, 61], ['末', 77]);
    expect(rhythmOf([[part]])).toBeUndefined();
  });
});

describe('a line of text', () => {
  const textOf = (...pieces: readonly Piece[]) => partedLines(pieces).map(({ text }) => text);

  test('has no blank where a writer only sets figures off', () => {
    expect(textOf(piece('资金', 0, 10), piece('664', 22, 10), piece('万元', 39, 10))).toEqual([
      '资金664万元',
    ]);
  });

  test('has the blanks that stand in it', () => {
    expect(textOf(piece('张', 0, 10), piece(' ', 10, 10), piece('三', 15, 10))).toEqual(['张 三']);
  });

  test('has a tab between what stands at the left and at the right', () => {
    expect(textOf(piece('单位：某局', 0, 10), piece('负责人：', 300, 10))).toEqual([
      '单位：某局\t负责人：',
    ]);
  });

  test('is read from the left, whatever was drawn first', () => {
    expect(textOf(piece('后', 10, 10), piece('前', 0, 10.5))).toEqual(['前后']);
  });

  test('has what is drawn twice for bold type once', () => {
    expect(textOf(piece('合计', 0, 10), piece('合计', 0.3, 10))).toEqual(['合计']);
  });
});
