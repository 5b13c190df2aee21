import type { RecordingPage } from '@sekisho/contract';
import { expect, it } from 'vitest';
import { castFile, withPage } from './cast.ts';

const header = {
  version: 2 as const,
  width: 120,
  height: 36,
  timestamp: 1_777_593_600,
  title: 't',
};

function pageOf(
  events: RecordingPage['events'],
  next: string | null,
  more: Partial<RecordingPage['header']> = {},
): RecordingPage {
  const session = {} as RecordingPage['session'];
  return { session, header: { ...header, ...more }, events, timing: 'recorded', next };
}

it('reads page after page as one recording, and writes it as asciicast v2', () => {
  const first = withPage(null, pageOf([[0.5, 'o', 'ls\r\n']], 'more'));
  expect(first.whole).toBe(false);
  const all = withPage(first, pageOf([[1.25, 'o', 'a\r\n']], null));
  expect(all).toMatchObject({ whole: true, characters: 7 + 2 * 64 });
  const lines = castFile(all).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    header,
    [0.5, 'o', 'ls\r\n'],
    [1.25, 'o', 'a\r\n'],
  ]);
});

it('lets no time run backwards, and takes what is no time for the moment before', () => {
  const events: RecordingPage['events'] = [
    ...[[3, 'o', 'a'] as const, [1, 'o', 'b'] as const, [Number.NaN, 'o', 'c'] as const],
    ...[[Number.POSITIVE_INFINITY, 'o', 'd'] as const, [4, 'o', 'e'] as const],
  ].map(([at, code, text]) => [at, code, text]);
  expect(withPage(null, pageOf(events, null)).events.map(([at]) => at)).toEqual([3, 3, 3, 3, 4]);
});

it.each([
  [0, 0, 80, 24],
  [-5, 1.5, 80, 24],
  [1e9, 1e9, 500, 200],
  [120, 36, 120, 36],
])('draws on a screen that can be drawn: %s × %s', (width, height, columns, rows) => {
  const cast = withPage(null, pageOf([], null, { width, height }));
  expect(cast.header).toMatchObject({ width: columns, height: rows });
});
