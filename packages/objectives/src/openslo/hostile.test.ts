import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemText } from '../problems/index.ts';
import {
  checkOpenslo,
  convertOpenslo,
  maximumBytes,
  readDefinitions,
  targets,
  yamlOf,
} from './index.ts';

const sound = `apiVersion: openslo/v1
kind: SLO
metadata:
  name: shop
spec:
  service: shop
  indicator:
    metadata: { name: shop }
    spec:
      ratioMetric:
        good: { metricSource: { type: Prometheus, spec: { query: 'sum(a)' } } }
        total: { metricSource: { type: Prometheus, spec: { query: 'sum(b)' } } }
  timeWindow: [{ duration: 28d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: 0.99 }]
`;
const readText = (text: string) => readDefinitions(new TextEncoder().encode(text), 'slo.yaml');
const codesOf = (text: string) => readText(text).problems.map(({ code }) => code);

/** Reads, checks and converts; what is asked of any input is only that nothing throws. */
function goThrough(text: string) {
  const file = readText(text);
  const { problems } = checkOpenslo([file]);
  for (const to of targets) yamlOf(convertOpenslo(file.documents, to).documents);
  return [...file.problems, ...problems];
}

describe('hostile definitions', () => {
  it('that expand through aliases are a problem', () => {
    const levels = Array.from({ length: 12 }, (_, index) =>
      index === 0
        ? 'a0: &a0 [x, x, x, x, x, x, x, x, x]'
        : `a${index}: &a${index} [${`*a${index - 1}, `.repeat(9)}]`,
    );
    expect(codesOf(levels.join('\n'))).toEqual(['alias-bomb']);
    expect(codesOf('&a [*a]')).toEqual(['alias-bomb']);
    expect(codesOf(`a: &a x\nb: [${'*a, '.repeat(3000)}]`)).toEqual(['alias-bomb']);
  });

  it.each([
    ['open lists', '['.repeat(20_000)],
    ['dashes', '- '.repeat(20_000)],
    ['open maps', '{a: '.repeat(5000)],
    ['indentation', Array.from({ length: 600 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('that are nested too deeply by %s are a problem', (_, text) => {
    expect(codesOf(text)).toEqual(['too-deep']);
  });

  it('may use brackets in their queries as they like', () => {
    expect(codesOf(sound.replace('sum(a)', '{'.repeat(200)))).toEqual([]);
  });

  it('that are huge, empty or no text are one problem each', () => {
    expect(codesOf('a'.repeat(maximumBytes + 1))).toEqual(['too-large']);
    for (const empty of ['', '\n', '# nothing\n', '---\n---\n']) {
      expect(codesOf(empty)).toEqual(['nothing-there']);
    }
    const [problem] = readDefinitions(
      Uint8Array.of(97, 58, 32, 0xe3, 0x81, 0x82, 0xff),
      'x',
    ).problems;
    expect(problem).toMatchObject({ code: 'not-utf8', facts: { offset: 6 } });
  });

  it('with a key twice name the key and its line', () => {
    const [problem] = readText(`${sound}kind: SLI\n`).problems;
    expect(problem).toMatchObject({ code: 'duplicate-key', facts: { key: 'kind' } });
    expect(problem?.place.line).toBe(sound.split('\n').length);
  });

  it('with several faults name each, with document, line, value and fix', () => {
    const { problems, documents } = readText(
      `${sound}---\napiVersion: openslo/v1\nkind: SLO\nmetadata: {name: 3}\nspec:\n  service: a\n  budgetingMethod: Weekly\n  objectives: x\n`,
    );
    expect(documents).toHaveLength(1);
    const [first = expect.fail('no problem')] = problems;
    expect(first).toMatchObject({
      code: 'wrong-type',
      value: '3',
      place: { document: 2, line: 19, path: 'metadata.name' },
    });
    expect(problemText(first, 'en')).toBe(
      'slo.yaml:19:18 metadata.name: Expected text, found 3. Write text.',
    );
    expect(problems.map(({ code }) => code)).toEqual(['wrong-type', 'not-one-of', 'wrong-type']);
  });

  it('of no known version or kind say which there are', () => {
    expect(codesOf('apiVersion: openslo/v9\nkind: SLO')).toEqual(['unknown-version']);
    expect(codesOf('apiVersion: openslo/v1alpha\nkind: SLI')).toEqual(['unknown-kind']);
    expect(codesOf('apiVersion: openslo/v1\nkind: constructor')).toEqual(['unknown-kind']);
    expect(codesOf('just text')).toEqual(['not-a-map']);
    expect(codesOf('[1, null]')).toEqual(['not-a-map', 'not-a-map']);
  });

  it('cannot reach the prototype of anything, and lose no key that tries', () => {
    const file = readText(`${sound}__proto__: { polluted: true }\nconstructor: 1\n`);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    const [written = {}] = convertOpenslo(file.documents, 'openslo/v1').documents;
    expect(Object.keys(written)).toEqual(expect.arrayContaining(['__proto__', 'constructor']));
  });

  it('keep whole numbers that are too large for JavaScript', () => {
    const text = sound.replace(
      "query: 'sum(a)'",
      "query: 'sum(a)', account: 123456789012345678901",
    );
    const { documents } = convertOpenslo(readText(text).documents, 'openslo/v1');
    expect(yamlOf(documents)).toContain('account: 123456789012345678901');
  });

  it('of any kind yield placed problems, never an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(goThrough(text).every(({ place }) => place.line >= 1)).toBe(true);
      }),
    );
  });

  it('made by damaging sound ones yield documents or placed problems', () => {
    const damage = fc.constantFrom(
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
      'null',
      '~',
    );
    fc.assert(
      fc.property(fc.nat(sound.length), fc.nat(30), damage, (at, length, text) => {
        const problems = goThrough(`${sound.slice(0, at)}${text}${sound.slice(at + length)}`);
        expect(problems.every((one) => problemText(one, 'ja').startsWith('slo.yaml:'))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('with any value anywhere yield documents or problems', () => {
    const paths = [
      'metadata',
      'spec',
      'spec.objectives',
      'spec.timeWindow',
      'spec.indicator',
      'spec.indicator.spec',
      'kind',
      'spec.alertPolicies',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const document: Record<string, unknown> = {
          apiVersion: 'openslo/v1',
          kind: 'SLO',
          metadata: { name: 'a' },
          spec: {
            service: 'a',
            budgetingMethod: 'Occurrences',
            objectives: [],
            indicator: { spec: {} },
          },
        };
        const keys = path.split('.');
        const parent = keys
          .slice(0, -1)
          .reduce((at, key) => at[key] as Record<string, unknown>, document);
        parent[keys.at(-1) ?? ''] = value;
        goThrough(yamlOf([document]));
      }),
    );
  });

  it('are written so that readers of YAML 1.1 take text for text', () => {
    const written = yamlOf([{ name: 'on', title: '2026-10-04', label: 'yes', plain: 'shop' }]);
    expect(written).toBe('name: "on"\ntitle: "2026-10-04"\nlabel: "yes"\nplain: shop\n');
  });
});
