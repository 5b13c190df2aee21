import { describe, expect, it } from 'vitest';
import { defaultRules, readRules } from './index.ts';

function read(raw: unknown) {
  const problems: [string, string, unknown][] = [];
  const rules = readRules(raw, (...[code, path, facts]) => {
    problems.push([code, path.join('.'), facts]);
  });
  return { rules, problems };
}

describe('rules of a service', () => {
  it('are the defaults when nothing is declared', () => {
    expect(read({})).toEqual({ rules: defaultRules, problems: [] });
  });

  it('are read whole', () => {
    const { rules, problems } = read({
      codes: { 'PAYMENT-DECLINED': 'user', NOT_FOUND: 'server' },
      rateLimited: 'server',
      criticalPaths: {
        Pay: ['checkout.payment', 'checkout.lines[0].price', 'cart.0.id'],
        '*': ['viewer'],
      },
      partialSuccess: 0.25,
      operations: ['Pay', 'Look'],
      trustedDocuments: true,
      errorsAsData: [
        { path: '*.userErrors', class: 'user' },
        { path: 'checkout', typename: '*Error', operation: 'Pay', class: 'server' },
      ],
      clientStatuses: [400, 401],
      aborted: 'bad',
    });
    expect(problems).toEqual([]);
    expect(rules).toEqual({
      codes: new Map([
        ['PAYMENTDECLINED', 'user'],
        ['NOTFOUND', 'server'],
      ]),
      rateLimited: 'server',
      criticalPaths: new Map([
        [
          'Pay',
          [
            ['checkout', 'payment'],
            ['checkout', 'lines', 'price'],
            ['cart', 'id'],
          ],
        ],
        ['*', [['viewer']]],
      ]),
      partialGoodPerMille: 250,
      operations: new Set(['Pay', 'Look']),
      trustedDocuments: true,
      errorsAsData: [
        { path: ['*', 'userErrors'], class: 'user' },
        { path: ['checkout'], typename: '*Error', operation: 'Pay', class: 'server' },
      ],
      clientStatuses: new Set([400, 401]),
      aborted: 'bad',
    });
  });

  it.each([
    [null, 'not-a-map', ''],
    [[], 'not-a-map', ''],
    [{ code: {} }, 'unknown-key', 'code'],
    [{ codes: [] }, 'wrong-type', 'codes'],
    [{ codes: { A: 'client' } }, 'not-one-of', 'codes.A'],
    [{ rateLimited: 'user' }, 'not-one-of', 'rateLimited'],
    [{ criticalPaths: { Pay: 'checkout' } }, 'wrong-type', 'criticalPaths.Pay'],
    [{ criticalPaths: { Pay: ['checkout..payment'] } }, 'wrong-type', 'criticalPaths.Pay.0'],
    [{ partialSuccess: 1.5 }, 'out-of-range', 'partialSuccess'],
    [{ partialSuccess: -0.1 }, 'out-of-range', 'partialSuccess'],
    [{ partialSuccess: '0.5' }, 'wrong-type', 'partialSuccess'],
    [{ partialSuccess: Number.NaN }, 'out-of-range', 'partialSuccess'],
    [{ operations: 'Pay' }, 'wrong-type', 'operations'],
    [{ operations: [3] }, 'wrong-type', 'operations.0'],
    [
      { operations: Array.from({ length: 5001 }, (_, at) => `Op${at}`) },
      'wrong-count',
      'operations',
    ],
    [{ trustedDocuments: 'yes', operations: [] }, 'wrong-type', 'trustedDocuments'],
    [{ trustedDocuments: true }, 'missing', ''],
    [{ errorsAsData: [{ path: 'a' }] }, 'missing', 'errorsAsData.0'],
    [{ errorsAsData: [{ class: 'user' }] }, 'missing', 'errorsAsData.0'],
    [{ errorsAsData: [{ path: 'a', class: 'client' }] }, 'not-one-of', 'errorsAsData.0.class'],
    [{ errorsAsData: ['a'] }, 'wrong-type', 'errorsAsData.0'],
    [{ clientStatuses: [500] }, 'out-of-range', 'clientStatuses.0'],
    [{ clientStatuses: ['404'] }, 'wrong-type', 'clientStatuses.0'],
    [{ aborted: 'good' }, 'not-one-of', 'aborted'],
  ])('are refused where they are wrong: %j', (raw, code, path) => {
    expect(read(raw).problems).toEqual([[code, path, expect.anything()]]);
  });

  it('say the nearest weight that can be kept exactly', () => {
    expect(read({ partialSuccess: 0.33333 }).problems).toEqual([
      ['not-one-of', 'partialSuccess', { value: '0.33333', options: ['0.333'] }],
    ]);
    for (const good of [0, 0.001, 0.07, 0.29, 0.57, 0.999, 1]) {
      expect(read({ partialSuccess: good }).problems).toEqual([]);
    }
  });

  it('tell every problem at once', () => {
    const raw = { rateLimited: 1, aborted: 2, more: 3, codes: { A: 4, B: 5 } };
    expect(read(raw).problems).toHaveLength(5);
  });
});
