import { indicatorStep } from '../scheme.js';
import type { Breach, Checked, Rule } from './rule.js';

/** Rules X01–X04: how figures and texts are written. */
export const WORDING_RULES: readonly Rule[] = [
  { id: 'X01', severity: 'hint', source: '样表〔读〕', breaches: droppedUnits },
  { id: 'X02', severity: 'hint', source: '〔推〕', breaches: fullWidthFigures },
  { id: 'X03', severity: 'hint', source: '真实公开表〔读〕', breaches: strippedTexts },
  { id: 'X04', severity: 'warning', source: '系统建表、广西表〔读〕', breaches: longTexts },
];

/** The head of the table names the unit: a profile may leave it out of the cells. */
function droppedUnits({ draft, profile }: Checked): readonly Breach[] {
  if (profile.unitInCells) return [];
  const first = draft.amounts.find(({ said }) => /万元?\s*$/.test(said));
  return first ? [{ place: placeOf(first) }] : [];
}

function fullWidthFigures({ draft }: Checked): readonly Breach[] {
  const first = draft.amounts.find(({ said }) => /[０-９．，]/.test(said));
  return first ? [{ place: placeOf(first), params: { v: first.said } }] : [];
}

function placeOf({ step, row, column }: Checked['draft']['amounts'][number]): Breach['place'] {
  return { step, ...(row !== undefined && { row }), ...(column !== undefined && { column }) };
}

/** What pasting from a spreadsheet leaves around a text was taken off when it was read. */
function strippedTexts({ remarks }: Checked): readonly Breach[] {
  const [first] = remarks.stripped ?? [];
  return first ? [{ place: first }] : [];
}

/** Longest text in characters. Source: 系统字段 4000 字节〔读〕, three bytes a character. */
const LONGEST = 1300;

function longTexts({ draft, profile }: Checked): readonly Breach[] {
  const limits = profile.longestTexts;
  const texts = [
    ...draft.duties.map((text, row) => ({
      place: { step: 'duties', row },
      text,
      most: limits.duties,
    })),
    ...draft.tasks.map(({ content }, row) => ({
      place: { step: 'tasks', row, column: 'content' },
      text: content,
      most: limits.taskContent,
    })),
    ...draft.goals.map((text, row) => ({
      place: { step: 'goals', row },
      text,
      most: limits.goals,
    })),
    ...draft.indicators.map(({ kind, at, targetValue }) => ({
      place: { step: indicatorStep(kind), row: at, column: 'targetValue' },
      text: targetValue,
      most: limits.targetValue,
    })),
  ];
  return texts.flatMap(({ place, text, most = LONGEST }) => {
    const n = text?.length ?? 0;
    return n > most ? [{ place, params: { n: String(n), most: String(most) } }] : [];
  });
}
