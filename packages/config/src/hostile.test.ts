import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { practiceSeed as seed } from '../../../test/support/practice-seed.ts';
import { checkConfig, problemText } from './index.ts';
import { maximumBytes } from './read-yaml.ts';

const document: unknown = parseDocument(seed).toJS();
const codesOf = (text: string) => checkConfig(text, 'x.yaml').problems.map(({ code }) => code);

describe('hostile text', () => {
  it('that expands through aliases is a problem, not a crash', () => {
    const levels = Array.from({ length: 12 }, (_, index) =>
      index === 0
        ? 'a0: &a0 [x, x, x, x, x, x, x, x, x]'
        : `a${index}: &a${index} [${`*a${index - 1}, `.repeat(9)}]`,
    );
    expect(codesOf(levels.join('\n'))).toEqual(['alias-bomb']);
  });

  it.each([
    ['an open flow', '['.repeat(20_000)],
    ['sequences', '- '.repeat(20_000)],
    ['flow maps', '{a: '.repeat(5_000)],
    ['indentation', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('that is nested too deeply by %s is a problem', (_, text) => {
    expect(codesOf(text)).toContain('too-deep');
  });

  it('that is huge is refused unread', () => {
    expect(codesOf('a'.repeat(maximumBytes + 1))).toEqual(['too-large']);
  });

  it('with a key twice names both the key and its line', () => {
    const [problem] = checkConfig(`${seed}\ninstallation: other\n`, 'x.yaml').problems;
    expect(problem).toMatchObject({ code: 'duplicate-key', line: seed.split('\n').length + 1 });
    expect(problem?.text.en.why).toContain('installation');
  });

  it('with a second document, tags or nothing in it is a problem', () => {
    expect(codesOf(`${seed}\n---\na: 1`)).toEqual(['several-documents']);
    expect(codesOf('')).toEqual(['not-a-map']);
    expect(codesOf('- a')).toEqual(['not-a-map']);
    expect(codesOf('a: b: c')).toContain('bad-yaml');
    expect(codesOf('&a a: *a')).not.toEqual([]);
  });

  it('cannot reach the prototype of anything', () => {
    checkConfig(`${seed}\n__proto__: { polluted: true }\nconstructor: 1\n`, 'x.yaml');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('of any kind yields problems with a place and a fix, never an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { config, problems } = checkConfig(text, 'x.yaml');
        return config === null && problems.length > 0 && problems.every(isPlaced);
      }),
    );
  });

  it('made by damaging a sound file yields a configuration or placed problems', () => {
    fc.assert(
      fc.property(
        fc.nat(seed.length),
        fc.nat(40),
        fc.constantFrom(
          '',
          ':',
          '- ',
          '[',
          '"',
          '\t',
          '*x',
          '&x ',
          '!!js ',
          '99',
          '{',
          '#',
          '\u0000',
          '|',
        ),
        (start, length, inserted) => {
          const text = seed.slice(0, start) + inserted + seed.slice(start + length);
          const { config, problems } = checkConfig(text, 'x.yaml');
          return config === null
            ? problems.length > 0 && problems.every(isPlaced)
            : problems.length === 0;
        },
      ),
      { numRuns: 150 },
    );
  });

  it('with a wrong value anywhere yields a problem at or above that value', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.constantFrom(null, true, 0, -1, 'x y', [], {}, ['?'], { a: 1 }),
        (pick, value) => {
          const copy = structuredClone(document);
          const holders = leavesOf(copy);
          const holder = holders[pick % holders.length];
          if (holder === undefined) return true;
          holder.set(value);
          const { config, problems } = checkConfig(stringify(copy), 'x.yaml');
          return config === null ? problems.every(isPlaced) : problems.length === 0;
        },
      ),
      { numRuns: 150 },
    );
  });
});

function isPlaced(problem: Parameters<typeof problemText>[0]): boolean {
  const text = problemText(problem, 'en') + problemText(problem, 'ja');
  return problem.line >= 1 && problem.column >= 1 && !/undefined|NaN|\[object/.test(text);
}

/** Every place of a document, each with a way to put something else there. */
function leavesOf(value: unknown): { set(value: unknown): void }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => {
    const inner = (value as Record<string, unknown>)[key];
    const set = (other: unknown) => {
      (value as Record<string, unknown>)[key] = other;
    };
    return [{ set }, ...leavesOf(inner)];
  });
}
