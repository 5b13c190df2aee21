import { type Config, canonicalJson, type SloConfig, type SourceConfig } from '@sekisho/config';
import type { PreviewBasis } from '@sekisho/contract';
import { type MinuteHistory, minuteOf, minutesPerDay } from '@sekisho/objectives/minutes';
import type { House } from '../../platform/context.ts';
import type { Database } from '../../platform/database/database.ts';
import type { SourceAdapters } from '../ingest/index.ts';
import { partsOf, seriesOf } from '../minutes/index.ts';
import { SourceError } from '../ports.ts';
import type { Draft } from './check-draft.ts';
import { recountFiles } from './recount-files.ts';

/** Minutes counted anew, or why there are none. */
export type Recounted = MinuteHistory | Exclude<PreviewBasis, 'counted' | 'recounted'>;

interface Kept {
  readonly history: Promise<MinuteHistory>;
  readonly at: number;
}

/** What was counted is kept a while: whoever moves a target asks again and again for the same minutes. */
const keptMs = 300_000;
const mostKept = 4;
/** Definitions counted anew for one preview. */
const mostAtOnce = 2;

/** One for each database, like evaluators: callers take turns, so that previews never read side by side. */
const keptOf = new WeakMap<
  Database,
  { readonly kept: Map<string, Kept>; turn: Promise<unknown> }
>();

interface Recounting {
  readonly house: House;
  readonly sources: (() => Promise<SourceAdapters>) | undefined;
  /** Whether who asks may have logs counted anew. */
  readonly allowed: boolean;
  readonly days: number;
}

/** By SLO, what a draft defines anew; those whose minutes are counted already are left out. */
export async function recountDraft(
  recounting: Recounting,
  draft: Draft,
): Promise<ReadonlyMap<string, Recounted>> {
  const config = recounting.house.config();
  const counted = new Set(config.slos.flatMap(partsOf).map(seriesOf));
  const anew = new Set<string>();
  const found = new Map<string, Recounted>();
  for (const slo of draft.slos) {
    const parts = partsOf(slo);
    const sources = parts.map((part) => sourceInForce(config, draft, part));
    const [source = null] = sources;
    if (source === null || sources.includes(null)) found.set(slo.id, 'source-new');
    else if (parts.every((part) => counted.has(seriesOf(part)))) continue;
    // A composite is shown once each of its parts is counted.
    else if (parts.length > 1) found.set(slo.id, 'not-asked');
    else if (anew.add(seriesOf(slo)).size > mostAtOnce) found.set(slo.id, 'too-many');
    else found.set(slo.id, await recountOne(recounting, slo, source));
  }
  return found;
}

/** The source of an SLO when the draft leaves it as it is in force: no other address or path is ever asked. */
function sourceInForce(
  config: Config,
  { sources }: Draft,
  { indicator: { source } }: Pick<SloConfig, 'indicator'>,
): SourceConfig | null {
  const [now, then] = [config.sources[source], sources[source]];
  if (now === undefined || then === undefined) return null;
  return canonicalJson(now) === canonicalJson(then) ? now : null;
}

async function recountOne(
  recounting: Recounting,
  slo: SloConfig,
  source: SourceConfig,
): Promise<Recounted> {
  const { house, sources, allowed, days } = recounting;
  const { indicator } = slo;
  if (indicator.kind !== 'events' || source.kind !== 'log-files' || sources === undefined)
    return 'not-asked';
  if (!allowed) return 'needs-sre';
  const now = house.clock.now().getTime();
  const to = minuteOf(now);
  const count = async () => {
    const files = (await sources()).logFiles(source);
    const span = { from: to - (days + 31) * minutesPerDay, to };
    return recountFiles(files, source, indicator.sli, span);
  };
  try {
    return await keep(house, `${seriesOf(slo)} ${days}`, now, count);
  } catch (error) {
    if (error instanceof SourceError) return 'unreadable';
    throw error;
  }
}

async function keep(
  { database }: House,
  key: string,
  now: number,
  count: () => Promise<MinuteHistory>,
): Promise<MinuteHistory> {
  const held = keptOf.get(database) ?? { kept: new Map<string, Kept>(), turn: Promise.resolve() };
  keptOf.set(database, held);
  const known = held.kept.get(key);
  if (known !== undefined && now - known.at < keptMs) return known.history;
  const history = held.turn.then(count);
  held.turn = history.catch(() => undefined);
  held.kept.delete(key);
  held.kept.set(key, { history, at: now });
  for (const oldest of [...held.kept.keys()].slice(0, -mostKept)) held.kept.delete(oldest);
  // A failure is not kept: the next one may be readable.
  history.catch(() => held.kept.delete(key));
  return history;
}
