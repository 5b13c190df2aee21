import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import {
  alb,
  check,
  checkFiles,
  type Data,
  fileOf,
  service,
  slo,
} from '../../test/slo-documents.ts';

const codesOf = (text: string | Uint8Array) =>
  checkFiles([{ file: 'services/x.yaml', text }]).problems.map(({ code }) => code);
const whole = [service(), alb, slo()].map((one) => stringify(one)).join('---\n');

describe('hostile definitions', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['not UTF-8', Buffer.from([0x61, 0x3a, 0x20, 0xff]), 'not-utf8'],
    ['huge', 'a'.repeat(1_000_001), 'too-large'],
    ['nested by brackets', '['.repeat(20_000), 'too-deep'],
    ['nested by dashes', '- '.repeat(20_000), 'too-deep'],
    ['empty', '', 'nothing-there'],
    ['no document', '3', 'not-a-map'],
    [
      'a bomb of aliases',
      Array.from({ length: 12 }, (_, level) =>
        level === 0
          ? 'a0: &a0 [x,x,x,x,x,x,x,x,x]'
          : `a${level}: &a${level} [${`*a${level - 1},`.repeat(9)}]`,
      ).join('\n'),
      'alias-bomb',
    ],
    ['a Sloth spec', 'version: prometheus/v1\nservice: a\nslos: []', 'missing'],
  ])('are told to be %s', (_, text, code) => {
    expect(codesOf(text)).toContain(code);
  });

  it('may use anchors, and numbers that JavaScript cannot hold', () => {
    const shared = `apiVersion: openslo/v1
kind: DataSource
metadata: &name { name: alb }
spec: { type: s3-logs, connectionDetails: { bucket: shop-logs, region: eu-west-1, format: alb } }
`;
    const odd = slo({ 'x-number': 1 }, {});
    const text = `${shared}---\n${stringify(odd).replace('x-number: 1', 'x-number: 99999999999999999999')}`;
    const { config, problems } = checkFiles([{ file: 'a.yaml', text }, fileOf(service())]);
    expect(problems).toEqual([]);
    expect(config?.hash).toMatch(/^[0-9a-f]{64}$/);
    const big = { ...alb, spec: { type: 's3-logs', connectionDetails: 'BIG' } };
    const numbers = stringify(big).replace('BIG', '{ bucket: 99999999999999999999 }');
    expect(codesOf(numbers)).toContain('wrong-type');
  });

  it('with names of any kind yield placed problems on one line', () => {
    const names = ['a\nb', '__proto__', 'constructor', '\u001b[31m', 'x'.repeat(5000), ''];
    for (const name of names) {
      const { config, problems } = check(service(name), alb, slo({ service: name }, {}, name));
      const codes = problems.map(({ code }) => code);
      if (name === 'constructor') expect(config?.slos).toHaveLength(1);
      else expect(codes).toContain('bad-name');
      for (const { text } of problems) expect(`${text.en.why}${text.ja.why}`).not.toContain('\n');
    }
    expect(({} as Data).polluted).toBeUndefined();
  });

  it('of thousands of documents are read as one', () => {
    const many = Array.from({ length: 1000 }, (_, at) => slo({}, {}, `slo-${at}`));
    const files = [many.slice(0, 500), many.slice(500)].map((part, at) => ({
      file: `services/${at}.yaml`,
      text: part.map((one) => JSON.stringify(one)).join('\n---\n'),
    }));
    const { config, problems } = checkFiles([...files, fileOf(service(), alb)]);
    expect(problems).toEqual([]);
    expect(config?.slos).toHaveLength(1000);
  }, 60_000);

  it('made by damaging sound ones yield a configuration or placed problems, never an exception', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: whole.length }),
        fc.nat({ max: 40 }),
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 8 }),
          fc.constantFrom('null', '[]', '{}', '0', '-1', '1e999', '"', '\n', ': ', '&a ', '*a'),
        ),
        (from, length, patch) => {
          const text = whole.slice(0, from) + patch + whole.slice(from + length);
          const { config, problems } = checkFiles([{ file: 'x.yaml', text }]);
          expect(config === null).toBe(problems.length > 0);
          for (const { line, column, file, text: words } of problems) {
            expect(line * column).toBeGreaterThan(0);
            expect(file).toBe('x.yaml');
            expect(words.ja.fix.length * words.en.fix.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  it('with any value in the place of any other never make an SLO vanish in silence', () => {
    const places = fc.constantFrom(
      ...['service', 'indicator', 'timeWindow', 'budgetingMethod', 'objectives', 'alertPolicies'],
    );
    fc.assert(
      fc.property(places, fc.jsonValue({ maxDepth: 3 }), (key, value) => {
        const { config } = check(service(), alb, slo({ [key]: value }));
        if (config === null) return;
        expect(config.slos.length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
