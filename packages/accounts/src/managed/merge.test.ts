import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Section } from '../formats/section.ts';
import { mergeSections } from './merge.ts';

const one: Section = { head: 'profile a', entries: [['region', 'us-east-1']] };
const other: Section = { head: 'profile b', entries: [['region', 'us-east-2']] };

function textOf(text: string, sections: readonly Section[]): string {
  const merged = mergeSections(text, sections);
  return 'torn' in merged ? expect.fail(merged.torn) : merged.text;
}

describe('our part of a file', () => {
  test('is put at its end, and later in its own place', () => {
    const text = textOf('[default]\nregion = eu-west-1', [one]);
    expect(text).toMatch(
      /^\[default\]\nregion = eu-west-1\n\n# sekisho begin.*\n\[profile a\]\nregion = us-east-1\n# sekisho end\n$/,
    );
    const more = `${text}[profile mine]\n`;
    expect(textOf(more, [other])).toBe(
      more.replace('profile a', 'profile b').replace('us-east-1', 'us-east-2'),
    );
  });

  test('is the whole of a new file, and nothing where there is nothing to write', () => {
    expect(textOf('', [one])).toMatch(/^# sekisho begin[^]*# sekisho end\n$/);
    expect(textOf('', [])).toBe('');
    expect(textOf(textOf('[default]\n', [one]), [])).toBe('[default]\n\n');
  });

  test('has the ends of lines that the file has', () => {
    expect(textOf('[default]\r\n', [one])).not.toMatch(/[^\r]\n/);
  });

  test('leaves out what the file says itself, and names it', () => {
    const merged = mergeSections('[ profile  a ]\nregion = mine\n', [one, other]);
    expect(merged).toMatchObject({ kept: ['profile a'] });
    expect(textOf('[profile "a"]\n', [one])).toBe('[profile "a"]\n');
  });

  test.each([
    ['# sekisho begin: x\n[profile a]\n', { torn: 'begin-without-end', line: 1 }],
    ['\n# sekisho end\n', { torn: 'end-without-begin', line: 2 }],
    ['# sekisho end\n# sekisho begin\n', { torn: 'end-without-begin', line: 1 }],
    ['# sekisho begin\n# sekisho begin\n# sekisho end\n', { torn: 'begin-twice', line: 2 }],
    ['# sekisho begin\n# sekisho end\n# sekisho end\n', { torn: 'end-without-begin', line: 3 }],
  ])('is not guessed at when its markers are torn: %j', (text, torn) => {
    expect(mergeSections(text, [one])).toEqual(torn);
  });
});

const piece = fc.constantFrom(
  ...[
    '[default]\n',
    'region = x\n',
    '\r\n',
    '\n',
    '# note\n',
    '[profile mine]\n',
    '\u00ff\u0000',
    ' ',
  ],
);

/** What is not ours, the empty line before our part aside. */
function restOf(text: string): string {
  return text.replace(/(\r?\n)?# sekisho begin[^]*# sekisho end\r?\n/, '');
}

test('every character outside of our part stays, however often it is written', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.array(piece, { maxLength: 6 }), (a, b) => {
      const before = a.join('');
      const after = b.join('');
      const whole = `${textOf(before, [one])}${after}`;
      const again = textOf(whole, [other, one]);
      expect(restOf(again)).toBe(restOf(whole));
      expect(again.startsWith(before)).toBe(true);
      expect(again.endsWith(after)).toBe(true);
      expect(textOf(again, [other, one])).toBe(again);
    }),
    { numRuns: 200 },
  );
});
