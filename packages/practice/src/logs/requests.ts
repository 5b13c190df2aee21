import { createRng, type Rng } from '../aws/world/rng.ts';
import { type Happening, type PracticeService, practiceServices } from './happenings.ts';

/** One request to a practice service, as its user made it. */
export interface PracticeRequest {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Whether it came to the load balancer at all. */
  readonly arrived: boolean;
  /** Milliseconds that the answer took. */
  readonly took: number;
  readonly client: string;
  /** GraphQL: the operation, and what became of it whatever the status says. */
  readonly operation: string | null;
  readonly outcome: 'ok' | 'client' | 'partial' | 'failed';
  /** Digits for ids. */
  readonly id: number;
}

interface Habits {
  /** Requests a minute at the busiest hour. */
  readonly busiest: number;
  readonly paths: readonly string[];
  /** Median of the answers' times, in milliseconds. */
  readonly median: number;
  readonly operations: readonly string[];
  /** Hours of Tokyo in which it works; null: by day, as people do. */
  readonly hours: readonly [from: number, to: number] | null;
}

const habits: Readonly<Record<PracticeService, Habits>> = {
  shop: {
    ...{ busiest: 22, median: 70, operations: [], hours: null },
    paths: ['/', '/items/ID', '/cart', '/checkout', '/search', '/healthz'],
  },
  catalog: {
    ...{ busiest: 16, median: 45, paths: ['/graphql'], hours: null },
    operations: ['Product', 'Products', 'Stock', 'Recommend', 'Reviews'],
  },
  reports: {
    ...{ busiest: 1, median: 900, operations: [], hours: [1, 5] },
    paths: ['/reports/sales', '/reports/stock'],
  },
};

/** Share of requests that fail on any day. */
const everyday = { failing: 0.000_15, client: 0.02, slow: 0.01 } as const;

/**
 * The requests of one minute, in order of time: the same for the same seed, service, minute and
 * happenings, so that a log can be written from any minute on.
 */
export function requestsOf(
  service: PracticeService,
  minute: number,
  { seed, happenings }: { readonly seed: number; readonly happenings: readonly Happening[] },
): readonly PracticeRequest[] {
  const place =
    Math.imul(minute, 0x9e3779b1) ^ Math.imul(practiceServices.indexOf(service) + 1, 0x85ebca6b);
  const { next: rng } = createRng(seed ^ place);
  const happening = happenings.find(
    (each) => each.service === service && each.from <= minute && minute < each.to,
  );
  const mean = rateOf(habits[service], minute) * (happening?.traffic ?? 1);
  const count = Math.floor(mean + rng());
  const requests = Array.from({ length: count }, () => requestOf(service, minute, happening, rng));
  return requests.toSorted((a, b) => a.at - b.at);
}

/** Requests a minute: people sleep, and shop at noon and in the evening. */
function rateOf({ busiest, hours }: Habits, minute: number): number {
  const hour = ((minute + 9 * 60) % 1440) / 60;
  if (hours !== null) return hour >= hours[0] && hour < hours[1] ? busiest : 0;
  const noon = Math.exp(-(((hour - 12.5) / 2.5) ** 2));
  const evening = Math.exp(-(((hour - 21) / 2.2) ** 2));
  return busiest * Math.min(0.12 + 0.25 * (hour > 7 ? 1 : 0) + 0.4 * noon + 0.63 * evening, 1);
}

function requestOf(
  service: PracticeService,
  minute: number,
  happening: Happening | undefined,
  rng: Rng,
): PracticeRequest {
  const { paths, operations, median } = habits[service];
  const fails = rng() < (happening?.failing ?? everyday.failing);
  const errs = !fails && rng() < everyday.client;
  const graphql = operations.length > 0;
  const failedStatus = happening?.status ?? (graphql ? 200 : 500);
  const slow = rng() < everyday.slow ? 12 : 1;
  // Two draws make a long tail to the right, as real answers have.
  const took = Math.round(median * (0.5 + rng()) * (0.6 + rng() ** 4 * 3) * slow);
  const id = Math.floor(rng() * 0x1_0000_0000);
  return {
    at: minute * 60_000 + Math.floor(rng() * 60_000),
    method: graphql || rng() < 0.1 ? 'POST' : 'GET',
    path: (paths[Math.floor(rng() ** 2 * paths.length)] ?? '/').replace('ID', String(id % 9000)),
    status: fails ? failedStatus : errs && !graphql ? 404 : 200,
    arrived: !(fails && happening?.onTheWay === true),
    took: fails && failedStatus >= 500 ? Math.round(took * 1.5) + 5 : took,
    client: `203.0.113.${1 + (id % 254)}`,
    operation: operations[Math.floor(rng() ** 2 * operations.length)] ?? null,
    outcome: fails ? (rng() < 0.3 && graphql ? 'partial' : 'failed') : errs ? 'client' : 'ok',
    id,
  };
}
