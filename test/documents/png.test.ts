import { beforeEach, describe, expect, test } from 'vitest';
import { drawPages } from '../../src/documents/write/png.js';
import { answers } from '../support/answers.js';
import { paperOf, sampleAnswers } from '../support/papers.js';
import { missing } from '../support/pdf.js';

const lacking = await missing(() => drawPages(paperOf(answers({})), 1));

beforeEach(({ skip }) => skip(lacking !== undefined, lacking));

interface Picture {
  readonly width: number;
  readonly height: number;
  /** How many pixels are dark, in a hundred. */
  readonly ink: number;
  readonly hasRed: boolean;
  /** Red, green, blue and opacity of the pixel in the upper left corner. */
  readonly corner: readonly number[];
}

async function look(png: Uint8Array | undefined): Promise<Picture> {
  const { Resvg } = await import('@resvg/resvg-js');
  const data = Buffer.from(png ?? []);
  const [width, height] = [data.readUInt32BE(16), data.readUInt32BE(20)];
  const image = `<image width="${width}" height="${height}" href="data:image/png;base64,${data.toString('base64')}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`;
  const { pixels } = new Resvg(svg).render();
  const [dark, red] = count(pixels);
  return {
    width,
    height,
    ink: (100 * dark) / (width * height),
    hasRed: red > 100,
    corner: [...pixels.subarray(0, 4)],
  };
}

function count(pixels: Uint8Array): readonly [dark: number, red: number] {
  let [dark, red] = [0, 0];
  for (let at = 0; at < pixels.length; at += 4) {
    const [r = 0, g = 0] = pixels.subarray(at, at + 2);
    if (r < 128 && g < 128) dark++;
    if (r > 160 && g < 60) red++;
  }
  return [dark, red];
}

describe('the pictures of the sample form', () => {
  test('are A4 pages, 1000 pixels wide, on white ground', async () => {
    const [first] = await drawPages(paperOf(sampleAnswers()), 1);
    expect(await look(first)).toMatchObject({
      width: 1000,
      height: 1414,
      corner: [255, 255, 255, 255],
    });
  });

  test('show text on every page: no page covers another', async () => {
    const pages = await drawPages(paperOf(sampleAnswers()), 3);
    const inks = await Promise.all(pages.map(async (page) => (await look(page)).ink));
    expect(inks[0]).toBeGreaterThan(5);
    expect(inks[1]).toBeGreaterThan(3);
    expect(inks[2]).toBeGreaterThan(2);
    expect(Math.max(...inks)).toBeLessThan(20);
  });

  test('are as many as were asked for, or as there are', async () => {
    expect(await drawPages(paperOf(sampleAnswers()), 1)).toHaveLength(1);
    expect(await drawPages(paperOf(sampleAnswers()), 2)).toHaveLength(2);
    expect(await drawPages(paperOf(sampleAnswers()), 9)).toHaveLength(3);
  });

  test('are the same bytes for the same paper', async () => {
    const [first = new Uint8Array()] = await drawPages(paperOf(sampleAnswers()), 1);
    const [again = new Uint8Array()] = await drawPages(paperOf(sampleAnswers()), 1);
    expect(Buffer.compare(again, first)).toBe(0);
  });
});

test('a draft is marked in red, a final form is not', async () => {
  const [draft] = await drawPages(paperOf(sampleAnswers(), { draft: true }), 1);
  const [final] = await drawPages(paperOf(sampleAnswers()), 1);
  expect((await look(draft)).hasRed).toBe(true);
  expect((await look(final)).hasRed).toBe(false);
});
