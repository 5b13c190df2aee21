import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { problemText } from '../problems/index.ts';
import { makeRules } from '../rules/make-rules.ts';
import { readWindows } from '../rules/read-windows.ts';
import { readSloth } from './index.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** Reads and, where nothing is wrong, makes rules; every problem must have words in both languages. */
function survive(bytes: Uint8Array): number {
  const { documents, problems, warnings } = readSloth(bytes, 'slos.yml');
  const windows = readWindows(bytes, 'slos.yml');
  const options = { dialect: 'exact', period: null, windows: [], extraLabels: {} } as const;
  const made =
    problems.length > 0
      ? { problems: [], warnings: [] }
      : makeRules(documents, { ...options, withoutAlerts: false, withoutRecordings: false });
  const all = [...problems, ...warnings, ...windows.problems, ...made.problems, ...made.warnings];
  for (const one of all) {
    expect(problemText(one, 'en')).not.toMatch(/undefined|NaN|\[object/);
    expect(problemText(one, 'ja')).toMatch(/。|[:：] ?./);
    expect(one.place.line).toBeGreaterThan(0);
  }
  return problems.length + made.problems.length;
}

const bomb = Array.from({ length: 12 }, (_, level) =>
  level === 0
    ? 'l0: &l0 [x, x, x, x, x, x, x, x]'
    : `l${level}: &l${level} [${Array(8)
        .fill(`*l${level - 1}`)
        .join(', ')}]`,
).join('\n');

describe('text that someone made to do harm', () => {
  it.each([
    ['nothing at all', ''],
    ['only a comment', '# nothing'],
    ['aliases that multiply', `version: prometheus/v1\n${bomb}`],
    ['an alias to itself', 'version: prometheus/v1\nservice: shop\nslos: &a [*a]'],
    ['deep nesting', `version: prometheus/v1\nslos: ${'['.repeat(5000)}`],
    ['a list', '- version: prometheus/v1'],
    ['a key twice', 'version: prometheus/v1\nversion: prometheus/v1'],
    ['broken YAML', 'version: "prometheus/v1\nservice: x'],
    ['keys of every object', 'version: prometheus/v1\n__proto__: { slos: 1 }\nconstructor: 1'],
    ['SLOs that are no maps', 'version: prometheus/v1\nservice: shop\nslos: [1, null, [], "x"]'],
    ['nulls', 'version: prometheus/v1\nservice: ~\nslos: ~\nlabels: ~'],
    ['an object without anything', 'apiVersion: sloth.slok.dev/v1\nkind: PrometheusServiceLevel'],
    ['OpenSLO without anything', 'apiVersion: openslo/v1alpha\nkind: SLO'],
    ['windows without anything', 'apiVersion: sloth.slok.dev/v1\nkind: AlertWindows\nspec: 3'],
  ])('is refused with a problem: %s', (_, text) => {
    expect(survive(encode(text))).toBeGreaterThan(0);
  });

  it('is refused where it is no text', () => {
    expect(survive(new Uint8Array([0x76, 0xff, 0xfe]))).toBeGreaterThan(0);
  });

  it('never ends in an exception, whatever stands where', () => {
    const scalar = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constantFrom(null, '{{.window}}', 'x[{{.window}}]', 'y[{{.window}}]', 99.9, 30, 'Day'),
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        scalar,
        fc.array(tie('value'), { maxLength: 3 }),
        tie('map'),
      ),
      map: fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 8 }),
    }));
    const head = fc.constantFrom(
      { version: 'prometheus/v1' },
      { apiVersion: 'sloth.slok.dev/v1', kind: 'PrometheusServiceLevel' },
      { apiVersion: 'sloth.slok.dev/v1', kind: 'AlertWindows' },
      { apiVersion: 'openslo/v1alpha', kind: 'SLO' },
    );
    const body = fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 8 });
    fc.assert(
      fc.property(head, body, (first, rest) => {
        survive(encode(stringify({ ...first, ...rest })));
      }),
      { numRuns: 300 },
    );
  });
});

const keys = (
  'service slos spec metadata name labels annotations objective description sli events raw plugin ' +
  'error_query total_query errorQuery totalQuery error_ratio_query alerting page_alert pageAlert ' +
  'disable slo_plugins plugins chain id config overridePrevious objectives ratioMetrics good total ' +
  'source queryType query target timeWindows count unit sloPeriod page ticket quick slow ' +
  'errorBudgetPercent shortWindow longWindow __proto__ constructor'
).split(' ');
