import type { Fact, Reading, ReadRow } from '../../src/reading/reading.js';

/** A reading on one line: 「tasks + 普法｜宣传｜90」, 「totalFunds = 300」, 「? approximate」. */
export function inShort(reading: Reading): string {
  switch (reading.type) {
    case 'command':
      return `command ${reading.command.name}`;
    case 'slip':
      return `slip of ${reading.meant}`;
    case 'question':
    case 'unknown':
      return reading.type;
    case 'facts':
      return [
        ...reading.facts.map(factInShort),
        ...reading.doubts.map(({ code }) => `? ${code}`),
        ...(reading.notes ?? []).map((note) => `note ${note}`),
        ...reading.stated.map(({ column, amount }) => `Σ ${column} ${amount}`),
      ].join('; ');
    default:
      return reading satisfies never;
  }
}

function factInShort(fact: Fact): string {
  switch (fact.type) {
    case 'value':
      return `${fact.step} = ${fact.cell.value}`;
    case 'rows':
      return `${fact.step} + ${fact.rows.map(rowInShort).join(' + ')}`;
    case 'cells':
      return `${fact.step} ${fact.row + 1}: ${cellsInShort(fact.cells)}`;
    case 'none':
      return `${fact.step} none`;
    case 'remove':
    case 'merge':
      return `${fact.type} ${fact.rows.map((row) => row + 1).join(',')}`;
    case 'move':
      return `move ${fact.from + 1} to ${fact.to + 1}`;
    default:
      return fact satisfies never;
  }
}

function rowInShort(row: ReadRow): string {
  return Object.entries(row)
    .map(([column, { value }]) =>
      /^(?:name|content|text)$/.test(column) ? value : `${column} ${value}`,
    )
    .join('｜');
}

function cellsInShort(row: ReadRow): string {
  return Object.entries(row)
    .map(([column, { value }]) => `${column} ${value}`)
    .join(', ');
}
