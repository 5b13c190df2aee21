import { expect, it } from 'vitest';
import type { Cast } from './cast.ts';
import { placesOf } from './places.ts';

const cast: Cast = {
  header: { version: 2, width: 80, height: 24, timestamp: 1000, title: '' },
  timing: 'recorded',
  events: [
    [0, 'o', '$ \u001b[1mls\u001b[m\r\n'],
    [5, 'o', 'ls.txt\r\n'],
    [9, 'o', '$ lx\b \bs -l "a b"\r\n'],
  ],
  characters: 0,
  whole: true,
};
const at = (seconds: number) => new Date((1000 + seconds) * 1000).toISOString();

it('finds commands by their time, and none outside of the recording', () => {
  const commands = [
    { number: 1, at: at(-2), text: 'ls' },
    { number: 2, at: at(4.5), text: 'cat' },
    { number: 3, at: at(99), text: 'ls' },
  ];
  expect([...placesOf(commands, cast)]).toEqual([[2, 4.5]]);
});

it('looks for no text before all was read', () => {
  const commands = [{ number: 1, at: null, text: 'ls' }];
  expect(placesOf(commands, { ...cast, timing: 'by-line', whole: false }).size).toBe(0);
});

it('finds commands by their text, in order, where there are no times', () => {
  const commands = [
    { number: 1, at: null, text: 'ls' },
    { number: 2, at: at(1), text: "$ ls -l 'a b'" },
    { number: 3, at: null, text: 'rm -r' },
  ];
  expect([...placesOf(commands, { ...cast, timing: 'by-line' })]).toEqual([
    [1, 0],
    [2, 9],
  ]);
});

it('finds commands behind many that no screen shows, and gives up where none is found', () => {
  const commands = [...Array(240).keys()].map((index) => {
    const text = index === 90 ? 'ls' : index === 180 ? "ls -l 'a b'" : `cc -c ${index}.c`;
    return { number: index + 1, at: null, text };
  });
  const shown = { ...cast, timing: 'by-line' } as const;
  expect([...placesOf(commands, shown).keys()]).toEqual([91, 181]);
  const others = commands.filter(({ number }) => number !== 91);
  expect(placesOf(others, shown).size).toBe(0);
});
