import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutTo, inBytes, inCharacters, pieces } from '../../src/channels/pieces.js';

const TEXT = fc.string({ unit: 'grapheme', maxLength: 400 });

describe('a text in pieces', () => {
  test('of so many bytes each, valid, in order, and nothing is lost', () => {
    fc.assert(
      fc.property(TEXT, fc.integer({ min: 32, max: 200 }), (text, most) => {
        const found = pieces(most, text, inBytes);
        for (const piece of found) {
          expect(inBytes(piece)).toBeLessThanOrEqual(most);
          expect(Buffer.from(piece, 'utf8').toString('utf8')).toBe(piece);
        }
        const bare = (words: string) => words.replace(/\s/g, '');
        expect(bare(found.join(''))).toBe(bare(text));
      }),
    );
  });

  test('are cut between lines where they can be', () => {
    expect(pieces(20, '一二三\n四五六\n七八九十一二三四五', inBytes)).toEqual([
      '一二三\n四五六',
      '七八九十一二',
      '三四五',
    ]);
  });

  test('keep a family, a flag and a letter with its marks whole', () => {
    expect(pieces(25, '👨‍👩‍👧‍👦🇨🇳é', inBytes)).toEqual(['👨‍👩‍👧‍👦', '🇨🇳é']);
    expect(pieces(3, '𠮷𠮷𠮷', inCharacters)).toEqual(['𠮷', '𠮷', '𠮷']);
  });

  test('cut a mountain of marks between them, for no message has room for it', () => {
    const mountain = `a${'\u0301'.repeat(100)}`;
    expect(pieces(50, mountain, inBytes).join('')).toBe(mountain);
  });

  test('hold 40,000 characters without a line end', () => {
    const found = pieces(2_048, '预'.repeat(40_000), inBytes);
    expect(found).toHaveLength(59);
    expect(found.join('')).toHaveLength(40_000);
  });
});

test('a text is cut to what there is room for, and marked', () => {
  expect(cutTo(4, '𠮷𠮷𠮷', inCharacters)).toBe('𠮷…');
  expect(cutTo(10, '预算绩效', inBytes)).toBe('预算…');
  expect(cutTo(12, '预算绩效', inBytes)).toBe('预算绩效');
});
