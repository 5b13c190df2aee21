import type { Config, SloConfig } from '@sekisho/config';
import type { Change, Entry } from '@sekisho/contract';
import { type Minute, msPerMinute, type Span } from '@sekisho/objectives/minutes';
import type { Tx } from '../../platform/context.ts';
import { listEntries } from '../../timeline/index.ts';
import { sourcesOf } from '../minutes/index.ts';

/** How long before the first failure a change may have been its cause, in minutes. */
const reachMinutes = 120;
const most = 20;
const mostRead = 1000;

/** What concerns everything, whatever service or environment. */
const ofTheHouse = new Set(['config.changed', 'lease.stop-all', 'lease.resume']);
/** What tells of a burn, or of nothing that could cause one. */
const noCause = new Set([
  ...['slo.paged', 'slo.refired', 'slo.resolved', 'slo.acknowledge', 'slo.link'],
  // What people ask for changes nothing before it is agreed.
  ...['slo.propose', 'slo.correct', 'slo.decline', 'slo.lapsed'],
  ...['slo.review-start', 'slo.review-decide', 'slo.review-action', 'slo.review-done'],
  ...['lease.reminded', 'lease.idle', 'lease.lapsed', 'lease.deny', 'lease.withdraw'],
  ...['sweep.reported', 'sweep.withheld', 'ops.quote', 'lease.review'],
]);

/**
 * What changed around the time when an SLO began to fail: entries of its service, of its environment
 * and of the whole house, from two hours before. Most likely first: what concerns the service before
 * what concerns its environment, what came before the burn before what came after, the nearest first.
 * @param span from the beginning of the failures to when it was noticed
 */
export async function whatChanged(tx: Tx, slo: SloConfig, span: Span): Promise<readonly Change[]> {
  const entries = await listEntries(tx, {
    since: new Date((span.from - reachMinutes) * msPerMinute),
    until: new Date((span.to + 1) * msPerMinute),
    // In the database: a thousand refusals must not push out the one deploy before them.
    except: [...noCause],
    limit: mostRead,
  });
  return changesAmong(entries, tx.config, slo, span);
}

/** The same among entries that were read already. */
export function changesAmong(
  entries: readonly Entry[],
  config: Config,
  slo: SloConfig,
  span: Span,
): readonly Change[] {
  const environments = environmentsOf(config, slo);
  return entries
    .flatMap((entry) => changeOf(entry, slo.service, environments, span.from))
    .toSorted(byLikelihood)
    .slice(0, most);
}

/** Where the SLO's sources read says where the service runs; where one does not say it, production. */
export function environmentsOf(
  { sources, environments }: Config,
  slo: SloConfig,
): ReadonlySet<string> {
  const all = Object.values(environments);
  const usual = all.filter(({ production }) => production).map(({ name }) => name);
  const named = sourcesOf(slo).map((name) => {
    const source = Object.hasOwn(sources, name) ? sources[name] : undefined;
    return source?.kind === 's3-logs' ? source.environment : null;
  });
  return new Set(named.flatMap((name) => (name === null ? usual : [name])));
}

function changeOf(
  entry: Entry,
  service: string,
  environments: ReadonlySet<string>,
  began: Minute,
): readonly Change[] {
  const relation = relationOf(entry, service, environments);
  if (relation === null || entry.outcome === 'refused' || noCause.has(entry.action)) return [];
  const { number, at, actor, action, outcome, subject, environment, lease, data } = entry;
  // A note may tell of what was a while ago, and may have been over long before.
  const told = (of: 'from' | 'to') => {
    const moment = action === 'timeline.note' ? data[of] : null;
    return typeof moment === 'string' ? moment : null;
  };
  const happenedAt = told('from') ?? at;
  const before = (moment: string) => Math.round(began - Date.parse(moment) / msPerMinute);
  if (before(told('to') ?? happenedAt) > reachMinutes) return [];
  const minutesBefore = before(happenedAt);
  return [
    {
      ...{ number, at, actor, action, outcome, subject, environment, service: entry.service },
      ...{ lease, data, relation, minutesBefore },
    },
  ];
}

/** How an entry concerns a service that runs in some environments; null when it does not. */
export function relationOf(
  entry: Pick<Entry, 'service' | 'environment' | 'action'>,
  service: string,
  environments: ReadonlySet<string>,
): Change['relation'] | null {
  if (entry.service !== null) return entry.service === service ? 'service' : null;
  if (entry.environment !== null) return environments.has(entry.environment) ? 'environment' : null;
  return ofTheHouse.has(entry.action) ? 'house' : null;
}

const order = ['service', 'environment', 'house'] as const satisfies readonly Change['relation'][];

function byLikelihood(a: Change, b: Change): number {
  return (
    order.indexOf(a.relation) - order.indexOf(b.relation) ||
    Number(a.minutesBefore < 0) - Number(b.minutesBefore < 0) ||
    Math.abs(a.minutesBefore) - Math.abs(b.minutesBefore) ||
    a.number - b.number
  );
}
