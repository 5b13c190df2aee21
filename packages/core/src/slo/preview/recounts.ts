import { type Config, canonicalJson, type SloConfig, type SourceConfig } from '@sekisho/config';
import type { PreviewTrouble } from '@sekisho/contract';
import type { MinuteHistory, Span } from '@sekisho/objectives/minutes';
import { partsOf, seriesOf } from '../minutes/index.ts';
import type { Draft } from './check-draft.ts';
import { type CountedPart, type Counting, countPart, type NoCount } from './count-part.ts';

/** An SLO of a draft whose minutes are not all counted already: those counted anew, or why there are none. */
export type Recounted =
  | { readonly none: NoCount; readonly trouble: PreviewTrouble | null }
  | {
      /** By series; the other parts of a composite are counted already. */
      readonly histories: ReadonlyMap<string, MinuteHistory>;
      /** What every source that was asked answered for; null when none was. */
      readonly asked: Span | null;
      readonly trouble: PreviewTrouble | null;
    };

/** Definitions counted anew for one preview; the parts of a composite count each. */
const mostAtOnce = 3;

/** By SLO, what a draft defines anew; those whose minutes are counted already are left out. */
export async function recountDraft(
  counting: Counting,
  draft: Draft,
): Promise<ReadonlyMap<string, Recounted>> {
  const config = counting.house.config();
  const counted = new Set(config.slos.flatMap(partsOf).map(seriesOf));
  const anew = new Set<string>();
  const found = new Map<string, Recounted>();
  for (const slo of draft.slos) {
    const sources = partsOf(slo).map((part) => sourceInForce(config, draft, part));
    const fresh = partsOf(slo).flatMap((part, at) => {
      const source = sources[at] ?? null;
      return source === null || counted.has(seriesOf(part)) ? [] : [{ part, source }];
    });
    for (const { part } of fresh) anew.add(seriesOf(part));
    if (sources.includes(null)) found.set(slo.id, { none: 'source-new', trouble: null });
    else if (fresh.length === 0) continue;
    else if (anew.size > mostAtOnce) found.set(slo.id, { none: 'too-many', trouble: null });
    else found.set(slo.id, await recountOne(counting, fresh));
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
  counting: Counting,
  fresh: readonly { readonly part: SloConfig; readonly source: SourceConfig }[],
): Promise<Recounted> {
  const histories = new Map<string, MinuteHistory>();
  let asked: Span | null = null;
  let trouble: PreviewTrouble | null = null;
  for (const { part, source } of fresh) {
    const one: CountedPart = await countPart(counting, part, source);
    if ('none' in one) return one;
    histories.set(seriesOf(part), one.history);
    asked = within(asked, one.asked);
    trouble ??= one.trouble;
  }
  return { histories, asked, trouble };
}

function within(one: Span | null, other: Span | null): Span | null {
  if (one === null || other === null) return one ?? other;
  return { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
}
