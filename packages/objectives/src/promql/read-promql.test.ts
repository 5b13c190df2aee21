import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemText } from '../problems/index.ts';
import { readSloth } from '../sloth/index.ts';
import { readPromql } from './index.ts';

describe('reading a query with the grammar of Prometheus', () => {
  it.each([
    'sum(rate(http_requests_total{code=~"5..",path!~`/(a|b)\\d+`}[5m])) by (le, "a.b")',
    'x / ignoring(code) group_left y offset 1w # the week before',
    '{__name__=~"a.+"} or {"x.y", on="1"} unless sum',
    'histogram_quantile(0.99, sum by (le) (increase(x[1h30m] offset -5m)))',
    'max_over_time((rate(x[5m]) > bool 0.5)[1d:5m] @ end())',
    'label_join(vector(5.), "a", ",", "b") * on() scalar(y) ^ 1_000',
    'offset{a=~"(?i)x|[[:alpha:]]+?"} and rate',
    'hour() > 9 and round(x, 5m) < Inf',
    'sum without (on, a:b) (x) == y @ -1.5 offset 5',
  ])('takes what Prometheus takes: %s', (query) => {
    expect(readPromql(query)).toEqual({ type: 'vector' });
  });

  it.each([
    ['sum(rate(x[5m])', 15, 'unfinished'],
    ['sum(x) by by (le)', 10, 'syntax'],
    ['sum(x)\u00a0+ 1', 6, 'syntax'],
    ['sum(rat(x[5m]))', 4, 'unknown-function'],
    ['mad_over_time(x[5m])', 0, 'experimental'],
    ['x[5m + 1m]', 2, 'experimental'],
    ['x smoothed', 2, 'experimental'],
    ['rate(x)', 5, 'wrong-type'],
    ['sum(rate(x[5m])[1h])', 4, 'not-a-selector'],
    ['sum(x) offset 5m', 0, 'not-a-selector'],
    ['x offset 5m offset 1h', 0, 'twice'],
    ['x[0s]', 2, 'duration'],
    ['topk(x)', 0, 'argument-count'],
    ['clamp(x, 1)', 0, 'argument-count'],
    ['1 > 0', 2, 'needs-bool'],
    ['x + bool y', 2, 'bool-misplaced'],
    ['x and 1', 2, 'set-of-numbers'],
    ['x * on(a) 2', 4, 'matching-numbers'],
    ['x and on(a) group_left y', 6, 'group-in-set'],
    ['x * on(a) group_left(a) y', 4, 'label-twice'],
    ['{a=~".*"}', 0, 'selects-all'],
    ['x{__name__="y"}', 0, 'name-twice'],
    ['x{a="\\d"}', 4, 'string'],
    ['x{a=~"(?!a).*"}', 5, 'regex'],
    ['x{a=~"a**"}', 5, 'regex'],
    ['x > 1e400', 4, 'number'],
    ['atan2', 0, 'syntax'],
    ['', 0, 'unfinished'],
  ])('refuses what Prometheus refuses, where it stands: %s', (query, at, why) => {
    expect(readPromql(query)).toMatchObject({ fault: { at, why } });
  });

  it('tells what a query gives', () => {
    expect(readPromql('x[5m]')).toEqual({ type: 'matrix' });
    expect(readPromql('"x"')).toEqual({ type: 'string' });
    expect(readPromql('-(1 + time())')).toEqual({ type: 'scalar' });
  });

  it('never ends in an exception, however long or deep the query is', () => {
    const deep = (levels: number) => `${'('.repeat(levels)}x${')'.repeat(levels)}`;
    expect(readPromql(deep(200))).toEqual({ type: 'vector' });
    expect(readPromql(deep(20_000))).toBeDefined();
    const words =
      'sum( rate( x { a=~" ( ) [5m] [1h:] " , } offset @ by by( -1 1e9 or == bool # \n'.split(' ');
    const query = fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 15 });
    fc.assert(
      fc.property(query, (parts) => {
        const found = readPromql(parts.join(''));
        if ('fault' in found) expect(found.fault.at).toBeLessThanOrEqual(parts.join('').length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the queries of a spec', () => {
  const check = (query: string, { refuses = true, chain = '' } = {}) => {
    const total = 'total_query: "sum(rate(y[{{.window}}]))"';
    const events = `events: { error_query: '${query}', ${total} }`;
    const off = '{ disable: true }';
    const slo = `{ name: main, objective: 99, sli: { ${events} }, alerting: { page_alert: ${off}, ticket_alert: ${off} } }`;
    const text = `version: prometheus/v1\nservice: shop\n${chain}\nslos: [${slo}]\n`;
    return readSloth(new TextEncoder().encode(text), 's.yml', { read: readPromql, refuses });
  };

  it('are refused with the place in the query as it is written', () => {
    const { problems } = check('sum(rate(x[{{ .window }}])) by by (le)');
    expect(problems.map((one) => problemText(one, 'en'))).toEqual([
      's.yml:4:67 slos[0].sli.events.error_query: Prometheus cannot read the query at ▶: sum(rate(x[{{ .window }}])) by ▶by (le) — this does not belong here. Remove it, or add what is missing before it.',
    ]);
    expect(problemText(problems[0] as never, 'ja')).toContain('by ▶by (le)');
  });

  it('are only warned of where VictoriaMetrics may answer them, and not where a chain says so', () => {
    const query = 'rollup_rate(x[{{.window}}])';
    expect(check(query, { refuses: false })).toMatchObject({
      problems: [],
      warnings: [{ code: 'promql', facts: { fault: { name: 'rollup_rate' } } }],
    });
    const id = 'sloth.dev/core/sli_rules/v1';
    const chain = `slo_plugins: { overridePrevious: true, chain: [{ id: ${id} }] }`;
    expect(check(query, { chain })).toMatchObject({ problems: [], warnings: [] });
  });

  it('are warned of where Sloth takes them but Prometheus loads no rule of them', () => {
    expect(check('x[{{.window}}]')).toMatchObject({
      problems: [],
      warnings: [{ code: 'promql-result', facts: { found: 'matrix' } }],
    });
  });
});
