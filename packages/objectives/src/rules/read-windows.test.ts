import { describe, expect, it } from 'vitest';
import { readWindows } from './read-windows.ts';
import { alertsOf, bytes, made, period, recordsOf, rulesOf, specOf } from './sample-rules.ts';

const weekWindows = `
apiVersion: sloth.slok.dev/v1
kind: AlertWindows
spec:
  sloPeriod: 7d
  page:
    quick: { errorBudgetPercent: 8, shortWindow: 5m, longWindow: 1h }
    slow: { errorBudgetPercent: 12.5, shortWindow: 30m, longWindow: 6h }
  ticket:
    quick: { errorBudgetPercent: 20, shortWindow: 2h, longWindow: 1d }
    slow: { errorBudgetPercent: 42, shortWindow: 6h, longWindow: 3d }
`;

describe('windows of one’s own', () => {
  const { windows } = readWindows(bytes(weekWindows), 'windows.yml');

  it('set the period and the factors', () => {
    const rules = rulesOf(specOf(99.9), { windows });
    expect(recordsOf(rules)).toContain('slo:sli_error:ratio_rate1w');
    const [page, ticket] = alertsOf(rules);
    expect(page?.expr).toContain('> (13.44 * 0.0009999999999999432)');
    expect(page?.expr).toContain('> (3.5 * 0.0009999999999999432)');
    expect(ticket?.expr).toContain('> (1.4000000000000001 * 0.0009999999999999432)');
  });

  it('are refused where another period is asked for', () => {
    const { problems } = made(specOf(99.9), { windows, ...period('30d') });
    expect(problems).toMatchObject([{ code: 'period-without-windows', facts: { known: ['1w'] } }]);
  });

  it.each([
    ['sloPeriod: 7d', 'sloPeriod: 7 days', 'prometheus-duration', 5],
    ['errorBudgetPercent: 8', 'errorBudgetPercent: 0', 'out-of-range', 7],
    ['errorBudgetPercent: 8', 'errorBudgetPercent: "8"', 'wrong-type', 7],
    ['shortWindow: 5m, longWindow: 1h', 'shortWindow: 2h, longWindow: 1h', 'window-too-long', 7],
    ['longWindow: 3d', 'longWindow: 7d', 'window-too-long', 11],
    ['errorBudgetPercent: 20, ', '', 'missing', 10],
    ['kind: AlertWindows', 'kind: Pod', 'not-windows', 2],
  ])('are refused with %s become %s', (from, to, code, line) => {
    const { problems } = readWindows(bytes(weekWindows.replace(from, to)), 'windows.yml');
    expect(problems).toMatchObject([{ code, place: { line } }]);
  });
});
