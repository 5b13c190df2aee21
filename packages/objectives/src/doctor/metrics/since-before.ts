import type { Exposition, Family, Sample } from '../exposition/index.ts';
import type { Finding } from '../finding.ts';
import { isCounter } from './families.ts';

/** What counted between two looks at the same series, and which counters fell in between. */
export function sinceBefore(
  now: Exposition,
  before: Exposition,
): { readonly exposition: Exposition; readonly findings: readonly Finding[] } {
  const values = new Map<string, number>();
  for (const { samples } of before.families)
    for (const sample of samples) values.set(keyOf(sample), sample.value);
  const restarted = hasRestarted(now, values);
  const findings: Finding[] = [];
  const families = now.families.map((family): Family => {
    const isCounting = isCounter(family) || ['histogram', 'summary'].includes(family.type);
    if (!isCounting) return family;
    const fallen = family.samples.filter(
      (sample) => sample.value < (values.get(keyOf(sample)) ?? 0),
    );
    if (!restarted && fallen.length > 0 && isCounter(family))
      findings.push(falls(family, fallen.length));
    return { ...family, samples: family.samples.map((sample) => grown(sample, values)) };
  });
  return { exposition: { ...now, families }, findings };
}

/** A quantile is no count. After a fall it counts from nothing, as rate() takes it. */
function grown(sample: Sample, values: ReadonlyMap<string, number>): Sample {
  if (sample.labels.has('quantile')) return sample;
  const before = values.get(keyOf(sample)) ?? 0;
  return sample.value < before ? sample : { ...sample, value: sample.value - before };
}

function falls({ name, samples }: Family, fallen: number): Finding {
  const evidence = { falls: fallen, series: samples.length };
  const about = ['availability', 'latency'] as const;
  return { code: 'counter-falls', severity: 'spoils', about, subject: name, evidence };
}

/** A process that began anew since: its counters did too. */
function hasRestarted({ families }: Exposition, values: ReadonlyMap<string, number>): boolean {
  const starts = families.filter(({ name }) => name === 'process_start_time_seconds');
  return starts.some(({ samples }) =>
    samples.some((sample) => (values.get(keyOf(sample)) ?? -1) !== sample.value),
  );
}

function keyOf({ name, labels }: Sample): string {
  return JSON.stringify([name, ...[...labels].toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}
