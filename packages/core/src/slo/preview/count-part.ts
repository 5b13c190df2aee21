import type { SloConfig, SourceConfig } from '@sekisho/config';
import type { PreviewBasis, PreviewTrouble } from '@sekisho/contract';
import {
  type MinuteHistory,
  minuteOf,
  minutesPerDay,
  type Span,
} from '@sekisho/objectives/minutes';
import type { House } from '../../platform/context.ts';
import type { SourceAdapters } from '../ingest/index.ts';
import { comesByItself, seriesOf } from '../minutes/index.ts';
import { SourceError } from '../ports.ts';
import { type AskedBack, askBack, troubleOf } from './ask-back.ts';
import { keepCount } from './kept-counts.ts';
import { recountFiles } from './recount-files.ts';

/** Why nothing was counted for a definition. */
export type NoCount = Exclude<PreviewBasis, 'counted' | 'recounted' | 'asked' | 'nothing-there'>;

/** The minutes of one part of an SLO, counted anew. */
export type CountedPart =
  | { readonly none: NoCount; readonly trouble: PreviewTrouble | null }
  | {
      readonly history: MinuteHistory;
      /** The span that the source was asked for; null for what was read here. */
      readonly asked: Span | null;
      readonly trouble: PreviewTrouble | null;
    };

export interface Counting {
  readonly house: House;
  readonly sources: (() => Promise<SourceAdapters>) | undefined;
  /** Whether who asks may have sources asked anew. */
  readonly allowed: boolean;
  /** Whether anything is asked at all: an answer that waits for no source comes at once. */
  readonly ask: boolean;
  readonly days: number;
}

/** Hours of the past that a source is asked for: any answers for the first, a good one for all. */
const stepHours = [1, 6, 24, 72];
/** Milliseconds after which no further question is begun, and after which none goes on. */
const enoughMs = 3000;
const mostMs = 6000;
/** Previews at a time that want the same source asked: one at work, and one that waits. */
const mostAsking = 2;

const asks: ReadonlySet<SourceConfig['kind']> = new Set([
  ...(['prometheus', 'cloudwatch', 'alarms', 'datadog', 'mackerel', 'clickhouse'] as const),
]);

/** Counts anew one part of an SLO whose definition is not in force, from its source as that is. */
export async function countPart(
  counting: Counting,
  part: SloConfig,
  source: SourceConfig,
): Promise<CountedPart> {
  const { sources, allowed } = counting;
  const why = whyNot(source, part);
  if (why !== null) return none(why);
  if (sources === undefined) return none('not-asked');
  if (!allowed) return none('needs-sre');
  if (!counting.ask) return none('unasked');
  const adapters = await sources();
  try {
    return source.kind === 'log-files'
      ? await readFiles(counting, adapters, part, source)
      : await ask(counting, adapters, part, source);
  } catch (error) {
    return none('unreadable', { source: source.name, ...troubleOf(error) });
  }
}

/** Whether a source could answer for the past at all. */
function whyNot(source: SourceConfig, { indicator }: SloConfig): NoCount | null {
  if (comesByItself(source)) return 'sent';
  if (source.kind === 'probe') return 'probed';
  if (source.kind === 'athena') return 'paid';
  if (source.kind === 'log-files') return indicator.kind === 'events' ? null : 'not-asked';
  return asks.has(source.kind) ? null : 'not-asked';
}

function none(why: NoCount, trouble: PreviewTrouble | null = null): CountedPart {
  return { none: why, trouble };
}

async function readFiles(
  { house, days }: Counting,
  adapters: SourceAdapters,
  part: SloConfig,
  source: Extract<SourceConfig, { readonly kind: 'log-files' }>,
): Promise<CountedPart> {
  const { indicator } = part;
  if (indicator.kind !== 'events') return none('not-asked');
  const now = house.clock.now().getTime();
  const to = minuteOf(now);
  const span = { from: to - (days + 31) * minutesPerDay, to };
  const keeping = { key: `${seriesOf(part)} ${days}`, lane: 'files', most: 100, now };
  const history = await keepCount(house.database, keeping, () =>
    recountFiles(adapters.logFiles(source), source, indicator.sli, span),
  );
  return history === null ? none('busy') : { history, asked: null, trouble: null };
}

async function ask(
  { house }: Counting,
  adapters: SourceAdapters,
  part: SloConfig,
  source: SourceConfig,
): Promise<CountedPart> {
  const now = house.clock.now().getTime();
  const to = minuteOf(now) - source.latenessMinutes;
  const worth = (counted: unknown) => (counted as AskedBack).trouble === null;
  const lane = `source ${source.name}`;
  const keeping = { key: seriesOf(part), lane, most: mostAsking, now, worth };
  const back = await keepCount(house.database, keeping, async () => {
    const asked = adapters.sourceForPreview(part, source);
    if (asked === null)
      throw new SourceError('refused', `sources of the kind ${source.kind} cannot be read here`);
    try {
      return await askBack(asked, to, {
        steps: stepHours.map((hours) => hours * 60),
        enough: AbortSignal.timeout(enoughMs),
        most: AbortSignal.timeout(mostMs),
      });
    } finally {
      asked.close();
    }
  });
  if (back === null) return none('busy');
  const { history, span } = back;
  const trouble = back.trouble && { source: source.name, ...back.trouble };
  return span.from < span.to ? { history, asked: span, trouble } : { none: 'unreadable', trouble };
}
