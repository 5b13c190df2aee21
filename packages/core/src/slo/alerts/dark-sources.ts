import { sumLedger } from '@sekisho/objectives/budget';
import type { Look } from '../evaluate/look.ts';
import type { Happened } from '../evaluate/step-through.ts';
import { sourcesOf } from '../minutes/index.ts';

/**
 * The sources of which too little came for a no-data alert, the darkest first: of a composite only
 * those of the parts that were not measured. Empty for any other alert.
 */
export function darkSources(
  { slo, ledger }: Pick<Look, 'slo' | 'ledger'>,
  { event }: Pick<Happened, 'event'>,
): readonly string[] {
  const reading = event.readings.find(({ kind }) => kind === 'no-data');
  if (reading?.kind !== 'no-data') return [];
  const { minutes, below } = reading;
  const parts = (ledger.parts ?? []).map((part, index) => {
    const span = { from: event.at - minutes, to: event.at };
    const { measured, expected } = sumLedger(part.ledger, span);
    const source = slo.parts?.[index]?.indicator.source ?? slo.indicator.source;
    return { source, coverage: expected === 0 ? 1 : measured / expected };
  });
  const dark = parts
    .filter(({ coverage }) => coverage < below)
    .toSorted((a, b) => a.coverage - b.coverage)
    .map(({ source }) => source);
  return dark.length > 0 ? [...new Set(dark)] : sourcesOf(slo);
}
