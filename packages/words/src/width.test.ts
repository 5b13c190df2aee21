import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { plainWidth } from './plain-width.ts';
import { displayWidth, padEnd, padStart, truncate } from './width.ts';

it('gives Japanese characters two columns, so that names align', () => {
  expect(displayWidth('佐藤 花子')).toBe(9);
  expect(displayWidth(padEnd('佐藤 花子', 12))).toBe(12);
  expect(padStart('7', 3)).toBe('  7');
});

it('never cuts wider than asked, nor a character in two', () => {
  expect(truncate('佐藤 花子', 6)).toBe('佐藤 …');
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.integer({ min: 0, max: 40 }),
      (text, columns) => {
        const cut = truncate(text, columns);
        return displayWidth(cut) <= Math.max(columns, 0) && cut.isWellFormed();
      },
    ),
  );
});

it('measures plain text as the tables do, character by character and together', () => {
  const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  const plain = characters.filter((one) => plainWidth(one) !== null);
  expect(plain.filter((one) => plainWidth(one) !== stringWidth(one))).toEqual([]);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...plain)), (some) => {
      expect(plainWidth(some.join(''))).toBe(stringWidth(some.join('')));
    }),
  );
});

it('leaves to the tables what takes more than a look at each character', () => {
  for (const text of ['か\u3099', '🙂', 'e\u0301', '\u001b[1mbold', '〰\ufe0f']) {
    expect(plainWidth(text), text).toBeNull();
  }
});
