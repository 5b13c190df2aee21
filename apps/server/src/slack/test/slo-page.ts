import { contract, type SloPage } from '@sekisho/contract';

const at = (minute: number) => new Date(Date.UTC(2026, 9, 4, 3, minute)).toISOString();
const person = { kind: 'person', assurance: 'slack', authenticatedAt: at(0) } as const;
const windowOf = (minutes: number, bad: number, total: number) => ({
  ...{ minutes, bad, total, ratio: bad / total, burn: (bad / total) * 1000 },
});

/** A page as the house tells of it: the shop fails hard, and somebody had been on production. */
export function firedPage(patch: Partial<SloPage> = {}): SloPage {
  return contract['slo.acknowledge'].output.parse({
    ...{
      id: 'page-7k3f9q2m',
      slo: 'shop-availability',
      displayName: 'Shop answers',
      service: 'shop',
    },
    ...{ key: 'burn-page', severity: 'page', firedAt: at(10), resolvedAt: null },
    ...{ acknowledgedAt: null, acknowledgedBy: null, incident: null, untold: null, refired: 0 },
    why: {
      kind: 'burn',
      burn: {
        ...{ tier: 'page-quick', severity: 'page', factor: 14.4, threshold: 0.0144 },
        long: windowOf(60, 42, 1200),
        short: windowOf(5, 40, 100),
        ...{ guard: null, verdict: 'fires' },
      },
      ...{ spent: null, drop: null, noData: null, clients: null },
      budget: {
        ...{ asOf: at(10), frozen: false, from: at(0), to: at(10), full: true, target: 0.999 },
        ...{ total: 40_000, bad: 42, sli: 0.998_95, allowed: 40, remaining: -2 },
        ...{ remainingShare: -0.05, burn: 1.05 },
        coverage: {
          ...{ share: 1, measuredMinutes: 43_200, expectedMinutes: 43_200 },
          ...{ correctedMinutes: 0, assumed: 0 },
        },
      },
      ...{ beganAt: at(5), spentAt: null, resetsAt: at(30 * 1440 + 5), clearsBy: at(70) },
    },
    changed: [
      {
        ...{
          number: 41,
          at: at(0),
          actor: { ...person, id: 'engineer' },
          action: 'ops.start',
          outcome: 'done',
        },
        ...{ subject: 'ops-7k3f9q2m', environment: 'production', service: null },
        ...{ lease: 'ops-7k3f9q2m', data: { seconds: 3600 } },
        ...{ relation: 'environment', minutesBefore: 5 },
      },
    ],
    revision: 1,
    ...patch,
  });
}
