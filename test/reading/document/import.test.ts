import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../src/forms/answers.js';
import { departmentOverall } from '../../../src/forms/department-overall/form.js';
import { importDocument } from '../../../src/reading/document/import.js';
import { printed } from '../../../src/reading/document/printed.js';
import type { RawDocument } from '../../../src/reading/raw-document.js';
import { answers } from '../../support/answers.js';
import { rawDocument } from '../../support/raw-documents.js';

const form = departmentOverall();

/** A file of our own: what it carries, and what is seen of it now. */
function ownFile(filled: Answers, seenNow: Answers = filled): RawDocument {
  const sheet = form.layout(seenNow, { draft: false });
  return { ...printed(sheet), declaration: form.document(filled) };
}

function imported(document: RawDocument) {
  const found = importDocument(form, 'a.docx', document);
  if (!found.ok) throw new Error('no form');
  return found.form;
}

const FILLED = answers(
  { year: '2026', totalFunds: '8.00', publicBudget: '8', governmentFund: '0', otherFunds: null },
  {
    tasks: [
      { name: '普法', content: '宣传', total: '5', fiscalFunds: '5', otherFunds: null },
      { name: '复议', content: '办案', total: '3', fiscalFunds: '3' },
    ],
    goals: [{ text: '第一行\n第二行' }],
  },
);

describe('a file of our own', () => {
  test('comes back without loss: what is blank on purpose stays so, what is unasked stays unasked', () => {
    const { answers: back, edited } = imported(ownFile(FILLED));
    expect(form.document(back)).toEqual(form.document(FILLED));
    expect(edited).toEqual([]);
  });

  test('that was edited by hand counts as it is seen, and says where', () => {
    const seen = answers(
      { year: '2026', totalFunds: '9', publicBudget: '8', governmentFund: '0', otherFunds: null },
      {
        tasks: [
          { name: '普法', content: '宣传', total: '6', fiscalFunds: '5', otherFunds: null },
          { name: '复议', content: '办案', total: '3', fiscalFunds: '3' },
        ],
        goals: [{ text: '第一行\n第二行' }],
      },
    );
    const { answers: back, edited } = imported(ownFile(FILLED, seen));
    expect(edited).toEqual([{ step: 'totalFunds' }, { step: 'tasks', row: 0, column: 'total' }]);
    expect(back.values['totalFunds']?.value).toBe('9');
    expect(back.values['governmentFund']?.value).toBe('0');
    expect(back.rows['tasks']?.[0]?.cells['total']).toMatchObject({
      value: '6',
      source: { file: 'a.docx', at: 'F8' },
    });
  });

  test('from which a line was taken out by hand keeps what it knows of the others', () => {
    const seen = answers(
      {
        year: '2026',
        totalFunds: '8.00',
        publicBudget: '8',
        governmentFund: '0',
        otherFunds: null,
      },
      {
        tasks: [{ name: '复议', content: '办案', total: '3', fiscalFunds: '3' }],
        goals: [{ text: '第一行\n第二行' }],
      },
    );
    const { answers: back } = imported(ownFile(FILLED, seen));
    expect(form.document(back)).toMatchObject({
      tasks: [
        { name: '复议', content: '办案', total: '3', fiscalFunds: '3', otherFunds: undefined },
      ],
    });
  });

  test('whose carried part is broken is read by what is seen', () => {
    const { answers: back } = imported({ ...ownFile(FILLED), declaration: { funds: 'none' } });
    expect(back.values['totalFunds']?.value).toBe('8.00');
  });
});

describe('a declaration as JSON', () => {
  test('is a form of its own', () => {
    const declaration = form.document(FILLED);
    const { answers: back } = imported({ lines: [], rows: [], declaration });
    expect(form.document(back)).toEqual(form.document(FILLED));
  });

  test('that is none is refused with what is wrong in it', () => {
    const found = importDocument(form, 'a.json', {
      lines: [],
      rows: [],
      declaration: { year: 2026 },
    });
    expect(found).toMatchObject({ ok: false, problems: [{ path: 'year' }] });
  });
});

test('a file that is no form is told apart, and nothing of it is taken', () => {
  expect(importDocument(form, 'a.docx', rawDocument([['姓名', '电话']]))).toEqual({
    ok: false,
    problems: [],
  });
});
