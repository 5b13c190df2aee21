import type { Config, SloConfig } from '@sekisho/config';
import type { Entry, ReviewCause } from '@sekisho/contract';
import type { Span } from '@sekisho/objectives/minutes';
import { minuteOf, msPerMinute } from '@sekisho/objectives/minutes';
import type { Cause } from '@sekisho/objectives/review';
import { type LeaseRow, leasesDuring } from '../../leases/index.ts';
import type { Tx } from '../../platform/context.ts';
import { entriesOfActions } from '../../timeline/index.ts';
import { environmentsOf, type PageRow, relationOf } from '../alerts/index.ts';

/** How long a change that says no end may have done harm, in minutes: as long as pages look back for one. */
export const reachMinutes = 120;
const most = 2000;

/** What people and the house do that can make a service fail; leases have their own spans. */
const operations = [
  ...['config.changed', 'lease.stop-all', 'lease.resume'],
  ...['sweep.quarantined', 'sweep.terminated'],
] as const;
/** What somebody told the timeline of. */
export const noteAction = 'timeline.note';

/** What happened in a month, whatever it concerned. */
export interface Happened {
  readonly entries: readonly Entry[];
  readonly leases: readonly LeaseRow[];
  /** There was more than is read. */
  readonly cut: boolean;
}

export async function whatHappened(tx: Tx, span: Span): Promise<Happened> {
  const [since, until] = [dateOf(span.from - reachMinutes), dateOf(span.to)];
  const done = await entriesOfActions(tx, { actions: operations, since, until, limit: most });
  // A note may be written long after what it tells of.
  const notes = await entriesOfActions(tx, { actions: [noteAction], limit: most });
  const leases = await leasesDuring(tx, { from: dateOf(span.from), to: until, limit: most });
  const cut = [done, notes, leases].some(({ length }) => length === most);
  return { entries: [...done, ...notes], leases, cut };
}

/** A cause with what doors tell of it. */
export type ToldCause = Cause & {
  readonly told: Pick<ReviewCause, 'title' | 'who' | 'entry'>;
};

/** What may have made an SLO's minutes bad: its incidents, and what happened to its service, its environment and the house. */
export function causesOf(
  config: Config,
  slo: SloConfig,
  { entries, leases }: Happened,
  pages: readonly PageRow[],
  end: number,
): readonly ToldCause[] {
  const environments = environmentsOf(config, slo);
  return [
    ...causesOfPages(pages, end),
    ...entries
      .filter((entry) => relationOf(entry, slo.service, environments) !== null)
      .map(causeOfEntry),
    ...leases
      .filter(({ environment }) => environments.has(environment))
      .map((lease) => causeOfLease(lease, end)),
  ];
}

/** Pages that were linked to one incident are one cause; a page without one explains nothing. */
function causesOfPages(pages: readonly PageRow[], end: number): readonly ToldCause[] {
  const linked = Map.groupBy(pages, ({ incident }) => incident?.trim() || null);
  return [...linked].flatMap(([incident, some]): readonly ToldCause[] => {
    const spans = some.map((page) => burnOf(page, end));
    const told = { title: incident, who: null, entry: null };
    if (incident !== null) return [{ id: incident, kind: 'incident', spans, told }];
    return some.map((page, at) => ({
      ...{ id: page.id, kind: 'page' as const, told },
      spans: spans.slice(at, at + 1),
    }));
  });
}

/**
 * When it burned: a burn alert from its beginning until it resolved. What others watch lasts far
 * longer than its cause (a spent budget stays spent for weeks), so they end when they fired.
 */
function burnOf({ why, fired_at: firedAt, resolved_at: resolvedAt }: PageRow, end: number): Span {
  const fired = minuteOf(firedAt.getTime());
  const from = why.beganAt === null ? fired : minuteOf(Date.parse(why.beganAt));
  if (why.kind !== 'burn') return { from, to: fired + 1 };
  return { from, to: resolvedAt === null ? end : Math.ceil(resolvedAt.getTime() / msPerMinute) };
}

function causeOfEntry(entry: Entry): ToldCause {
  const { number, at, actor, action, outcome, subject, environment, service, lease, data } = entry;
  const noted = action === noteAction ? data : {};
  const from = minuteIn(noted['from']) ?? minuteOf(Date.parse(at));
  const to = minuteIn(noted['to']) ?? from + reachMinutes;
  const kind = kindOf(noted['kind']);
  return {
    ...{ id: String(number), kind, spans: [{ from, to }] },
    told: {
      ...{ title: entry.texts['text'] ?? null, who: actor.id },
      entry: { number, at, actor, action, outcome, subject, environment, service, lease, data },
    },
  };
}

function kindOf(kind: unknown): 'incident' | 'deploy' | 'operation' {
  return kind === 'incident' || kind === 'deploy' ? kind : 'operation';
}

function minuteIn(moment: unknown): number | null {
  const at = typeof moment === 'string' ? Date.parse(moment) : Number.NaN;
  return Number.isNaN(at) ? null : minuteOf(at);
}

/** From when it was granted until it was taken back. */
function causeOfLease(lease: LeaseRow, end: number): ToldCause {
  const from = minuteOf((lease.granted_at ?? lease.requested_at).getTime());
  const to = lease.ended_at === null ? end : Math.ceil(lease.ended_at.getTime() / msPerMinute);
  return {
    ...{ id: lease.id, kind: 'lease', spans: [{ from, to }] },
    told: { title: lease.reason, who: lease.holder, entry: null },
  };
}

function dateOf(minute: number): Date {
  return new Date(minute * msPerMinute);
}
