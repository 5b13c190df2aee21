import { describe, expect, it } from 'vitest';
import { usualWanted } from '../finding.ts';
import { judgeLogs } from './judge-logs.ts';
import type { LogsSeen } from './logs-seen.ts';

function seen(paths: LogsSeen['paths'], health: number): LogsSeen {
  const events = paths.reduce((sum, one) => sum + one.events, 0);
  return {
    ...{ subject: 'alb', lines: events, unparsed: [], statuses: new Map([[200, events]]) },
    ...{ timed: events, wholeSeconds: 0, from: 0, to: 29 * 1440, paths, health, sampled: 1 },
  };
}

const graphql = { path: '/graphql', events: 60_000, failed: 0 };
const health = { path: '/healthz', events: 40_000, failed: 0 };
const orders = { path: '/orders', events: 20_000, failed: 0 };

describe('judging logs', () => {
  it('offers no latency either where all traffic is GraphQL or left out', () => {
    const { slis, findings } = judgeLogs(seen([graphql, health], 40_000), usualWanted);
    expect(slis).toEqual([]);
    expect(findings).toMatchObject([
      { code: 'graphql-behind-200', severity: 'spoils', about: ['availability', 'latency'] },
    ]);
  });

  it('offers latency of the rest where something else comes beside GraphQL', () => {
    const { slis, findings } = judgeLogs(seen([graphql, orders], 0), usualWanted);
    expect(slis.map(({ kind }) => kind)).toEqual(['latency']);
    expect(findings).toMatchObject([{ code: 'graphql-behind-200', about: ['availability'] }]);
  });
});
