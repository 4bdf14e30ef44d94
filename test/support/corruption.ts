import { Exact, plain } from '../../src/domain/amount.js';
import { type Answers, cellOf, type Row, rowsOf, valueIn } from '../../src/forms/answers.js';
import type { Explanation } from '../../src/forms/diagnosis.js';
import type { DocumentRemarks } from '../../src/forms/form.js';
import { type Chance, chanceFrom } from './chance.js';

/** A form with one thing wrong, and whether an explanation names it. */
export interface Corrupted {
  readonly answers: Answers;
  readonly remarks?: DocumentRemarks;
  readonly isNamedBy: (explanation: Explanation) => boolean;
}

type Corruption = (sound: Answers, chance: Chance) => Corrupted | undefined;

interface Place {
  readonly step: string;
  readonly row?: number;
  readonly column?: string;
  readonly amount: string;
}

const VALUES = [
  'totalFunds',
  'publicBudget',
  'otherFunds',
  'basicExpenditure',
  'projectExpenditure',
];
const COLUMNS = ['total', 'fiscalFunds', 'otherFunds'];

function places(answers: Answers): readonly Place[] {
  const values = VALUES.flatMap((step) => {
    const amount = valueIn(answers, step);
    return amount ? [{ step, amount }] : [];
  });
  const cells = rowsOf(answers, 'tasks').flatMap((line, row) =>
    COLUMNS.flatMap((column) => {
      const amount = cellOf(line, column);
      return amount ? [{ step: 'tasks', row, column, amount }] : [];
    }),
  );
  return [...values, ...cells];
}

function withAmount(answers: Answers, { step, row, column = '' }: Place, amount: string): Answers {
  if (row === undefined) {
    return { ...answers, values: { ...answers.values, [step]: { value: amount, rev: 1 } } };
  }
  const rows = rowsOf(answers, step).map((line, at) =>
    at === row ? { ...line, cells: { ...line.cells, [column]: { value: amount, rev: 1 } } } : line,
  );
  return withRows(answers, rows);
}

function withRows(answers: Answers, tasks: readonly Row[]): Answers {
  return { ...answers, rows: { ...answers.rows, tasks } };
}

/** One figure made wrong; it is named by whoever puts the old one back. */
function wrongFigure(change: (amount: string, chance: Chance) => string | undefined): Corruption {
  return (sound, chance) => {
    const all = places(sound);
    const place = all[chance(all.length)];
    const wrong = place && change(place.amount, chance);
    if (!place || wrong === undefined) return undefined;
    return {
      answers: withAmount(sound, place, wrong),
      isNamedBy: (each) =>
        each.type === 'amount' &&
        each.step === place.step &&
        each.row === place.row &&
        each.column === place.column &&
        new Exact(each.to).eq(place.amount),
    };
  };
}

function transposed(amount: string, chance: Chance): string | undefined {
  const digits = amount.replace('.', '');
  const at = chance(digits.length - 1);
  const [one = '', other = ''] = digits.slice(at, at + 2);
  if (one === other || other === '') return undefined;
  const exchanged = `${digits.slice(0, at)}${other}${one}${digits.slice(at + 2)}`;
  const point = amount.indexOf('.');
  const wrong = point < 0 ? exchanged : `${exchanged.slice(0, point)}.${exchanged.slice(point)}`;
  return wrong.startsWith('0') ? undefined : wrong;
}

function shifted(amount: string, chance: Chance): string {
  const powers = ['10', '100', '0.1', '0.01'];
  return plain(new Exact(amount).times(powers[chance(powers.length)] ?? '10'));
}

/** Every kind of mistake that is diagnosed, by what people would call it. */
export const CORRUPTIONS: Readonly<Record<string, Corruption>> = {
  'two digits swapped': wrongFigure(transposed),
  'a decimal point misplaced': wrongFigure(shifted),
  '元 taken for 万元': wrongFigure((amount) => plain(new Exact(amount).times(10_000))),
  'a line left out': (sound, chance) => {
    const rows = rowsOf(sound, 'tasks');
    const row = chance(rows.length);
    const gone = rows[row];
    return {
      answers: withRows(sound, rows.toSpliced(row, 1)),
      isNamedBy: (each) =>
        each.type === 'add' &&
        COLUMNS.every((column) =>
          new Exact(each.cells[column] ?? 0).eq((gone && cellOf(gone, column)) ?? 0),
        ),
    };
  },
  'a line entered twice': (sound, chance) => {
    const rows = rowsOf(sound, 'tasks');
    const at = chance(rows.length);
    const line = rows[at];
    if (!line) return undefined;
    const to = chance(rows.length + 1);
    const twice = rows.toSpliced(to, 0, { ...line, id: 'again' });
    return {
      answers: withRows(sound, twice),
      isNamedBy: (each) =>
        each.type === 'remove' &&
        COLUMNS.every((column) => {
          const named = twice[each.row];
          return named !== undefined && cellOf(named, column) === cellOf(line, column);
        }),
    };
  },
  'a part listed beside its parent': (sound, chance) => {
    const rows = rowsOf(sound, 'tasks');
    const at = chance(rows.length);
    const parent = rows[at];
    const total = parent && cellOf(parent, 'total');
    if (!parent || !total) return undefined;
    const part = { value: plain(new Exact(total).times(chance(9) + 1).dividedBy(10)), rev: 1 };
    const name = { value: `其中：${cellOf(parent, 'name') ?? ''}的一部分`, rev: 1 };
    const cells = { name, content: name, total: part, fiscalFunds: part };
    return {
      answers: withRows(sound, rows.toSpliced(at + 1, 0, { id: 'part', cells })),
      isNamedBy: (each) => each.type === 'remove' && each.row === at + 1,
    };
  },
  'two amounts of a line swapped': (sound, chance) => {
    const rows = rowsOf(sound, 'tasks');
    const row = chance(rows.length);
    const line = rows[row];
    const fiscal = line && cellOf(line, 'fiscalFunds');
    if (!line || !fiscal) return undefined;
    const zero = { value: '0', rev: 1 };
    const cells = { ...line.cells, fiscalFunds: zero, otherFunds: { value: fiscal, rev: 1 } };
    return {
      answers: withRows(sound, rows.with(row, { ...line, cells })),
      isNamedBy: (each) => each.type === 'line' && each.row === row,
    };
  },
  'a total kept from last year': (sound, chance) => {
    const total = valueIn(sound, 'totalFunds') ?? '0';
    const lastYear = plain(
      new Exact(total)
        .plus(chance(40_000) + 1)
        .minus(20_000)
        .abs()
        .dividedBy(1),
    );
    if (new Exact(lastYear).eq(total)) return undefined;
    const answers = withAmount(sound, { step: 'totalFunds', amount: total }, lastYear);
    return {
      answers,
      remarks: { previous: answers },
      isNamedBy: (each) =>
        each.type === 'amount' && each.step === 'totalFunds' && new Exact(each.to).eq(total),
    };
  },
};

/** How often the true cause is among the first explanations, as shares of the runs. */
export function shareNamed(
  runs: number,
  first: number,
  corrupt: (chance: Chance) => Corrupted | undefined,
  explain: (corrupted: Corrupted) => readonly Explanation[],
): { readonly runs: number; readonly named: number; readonly topped: number } {
  const chance = chanceFrom(20_261_123);
  let [done, named, topped] = [0, 0, 0];
  while (done < runs) {
    const corrupted = corrupt(chance);
    if (!corrupted) continue;
    done += 1;
    const found = explain(corrupted);
    if (found.slice(0, first).some(corrupted.isNamedBy)) named += 1;
    if (found[0] && corrupted.isNamedBy(found[0])) topped += 1;
  }
  return { runs, named: named / runs, topped: topped / runs };
}
