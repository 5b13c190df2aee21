import fc from 'fast-check';
import { expect, it } from 'vitest';
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
