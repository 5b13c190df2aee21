/** The services of practice, of each of which there are logs. */
export const practiceServices = ['shop', 'catalog', 'reports'] as const;

export type PracticeService = (typeof practiceServices)[number];

/** Something that went wrong at a service for a while. */
export interface Happening {
  readonly name: string;
  readonly service: PracticeService;
  /** Minutes since 1970-01-01T00:00Z; `to` is not in it. */
  readonly from: number;
  readonly to: number;
  /** Share of the requests that fail, 0 to 1. */
  readonly failing: number;
  /** How many times more requests there are than usual: clients try again. */
  readonly traffic: number;
  /** Status of those that fail; 200 of GraphQL, which says it in the body. */
  readonly status: number;
  /** Those that fail are lost on the way: users meet them, and no log of ours does. */
  readonly onTheWay?: boolean;
}

const day = 1440;
const tokyo = 9 * 60;

/**
 * What happened in the thirty days before practice began: two incidents, a deploy that burned for
 * hours, a maintenance, a night on which the quiet service failed twice, and four times in which
 * users could not reach the shop and its load balancer knew nothing of it.
 * @param start minute in which practice began
 */
export function pastHappenings(start: number): readonly Happening[] {
  const midnight = Math.floor((start + tokyo) / day) * day - tokyo;
  const at = (daysAgo: number, hour: number, minute: number) =>
    midnight - daysAgo * day + hour * 60 + minute;
  const usual = { traffic: 1, status: 503 };
  return [
    { ...usual, name: 'maintenance', service: 'shop', ...span(at(20, 2, 0), 40), failing: 1 },
    {
      ...{ name: 'database-full', service: 'shop', failing: 0.25, traffic: 1.5, status: 502 },
      ...span(at(12, 14, 20), 35),
    },
    {
      ...{ name: 'deploy-that-burns', service: 'shop', failing: 0.015, traffic: 1, status: 500 },
      ...span(at(8, 17, 30), 360),
    },
    {
      ...{ name: 'resolver-down', service: 'catalog', failing: 0.3, traffic: 1, status: 200 },
      ...span(at(5, 20, 10), 50),
    },
    {
      ...usual,
      name: 'quiet-failures',
      service: 'reports',
      ...span(at(3, 3, 30), 2),
      failing: 0.7,
    },
    lost('name-server-down', at(27, 13, 0), 50, 0.5),
    lost('edge-cache-down', at(23, 20, 30), 40, 0.4),
    lost('script-broken', at(16, 11, 45), 60, 0.35),
    lost('carrier-down', at(2, 21, 0), 35, 0.3),
  ];
}

function lost(name: string, from: number, minutes: number, failing: number): Happening {
  const users = { service: 'shop', traffic: 1, status: 599, onTheWay: true } as const;
  return { name, ...users, failing, ...span(from, minutes) };
}

/** An incident that begins now, hard enough to page within minutes at any hour. */
export function liveIncident(from: number, minutes = 15): Happening {
  return {
    ...{ name: 'live', service: 'shop', failing: 0.9, traffic: 5, status: 502 },
    ...span(from, minutes),
  };
}

function span(from: number, minutes: number): { readonly from: number; readonly to: number } {
  return { from, to: from + minutes };
}
