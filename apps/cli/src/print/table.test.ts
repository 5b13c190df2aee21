import { displayWidth } from '@sekisho/words/width';
import { describe, expect, it } from 'vitest';
import type { Style } from './style.ts';
import { facts, table } from './table.ts';

const style: Style = {
  language: 'ja',
  timeZone: 'Asia/Tokyo',
  now: new Date('2026-11-21T05:00:00Z'),
  width: 80,
  glyphs: false,
  coloured: false,
  paint: (text) => text,
};

interface Row {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
}

const columns = [
  { title: 'ID', text: ({ id }: Row) => id },
  { title: '名前', text: ({ name }: Row) => name, flexible: true },
  { title: '理由', text: ({ reason }: Row) => reason, flexible: true },
];

const rows: readonly Row[] = [
  { id: 'ops-1', name: '山田太郎', reason: '遅いクエリを調べる' },
  { id: 'ops-22', name: 'Alice', reason: 'look' },
  { id: 'ops-3', name: '髙橋ｶﾅ👩‍💻', reason: 'x'.repeat(200) },
];

/** Column in cells at which each line's text begins. */
const startOf = (text: string, line: string) => displayWidth(line.slice(0, line.indexOf(text)));

describe('table', () => {
  it('aligns columns by cells, so that Japanese names stand under their head', () => {
    const lines = table(rows, columns, style).split('\n');
    const starts = ['理由', '遅い', 'look', 'xxx'].map((text, at) =>
      startOf(text, lines[at] ?? ''),
    );
    expect(new Set(starts).size).toBe(1);
  });

  it.each([40, 60, 80, 120])('keeps every line within %i cells', (width) => {
    const lines = table(rows, columns, { ...style, width }).split('\n');
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });

  it('never cuts an id, and leaves no spaces at the end of a line', () => {
    const text = table([{ ...rows[0], id: 'ops-7k3f9q2mabcdefghijkl' } as Row], columns, {
      ...style,
      width: 40,
    });
    expect(text).toContain('ops-7k3f9q2mabcdefghijkl');
    expect(text).not.toMatch(/ \n/);
  });

  it('colours after measuring', () => {
    const paint = (text: string) => `\u001b[32m${text}\u001b[39m`;
    const coloured = columns.map((column) => ({ ...column, colour: () => 'green' as const }));
    const painted = table(rows, coloured, { ...style, paint });
    const bare = painted.replace(/ *\u001b\[\d+m */g, '');
    expect(bare.replaceAll(' ', '')).toBe(table(rows, columns, style).replaceAll(' ', ''));
  });
});

it('aligns facts by cells and leaves out those without a value', () => {
  const text = facts(
    [
      ['利用者', 'Alice'],
      ['ID', 'ops-1'],
      ['x', null],
    ],
    style,
  );
  expect(text).toBe('利用者  Alice\nID      ops-1\n');
});
