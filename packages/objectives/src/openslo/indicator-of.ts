import type { Path } from '../problems/index.ts';
import { finder } from './convert/find.ts';
import type { DocumentOf, OpensloDocument, SliSpec } from './model.ts';

/** An indicator, and where it is written. */
export interface FoundIndicator {
  readonly document: OpensloDocument;
  readonly spec: SliSpec;
  /** Path of `spec` in the document, as openslo/v1 names it. */
  readonly path: Path;
}

/**
 * What an objective judges: its own indicator, else that of the SLO, written out or named.
 * @param index which of the objectives, from 0
 * @param documents in which references are looked up
 */
export function indicatorOf(
  slo: DocumentOf<'SLO'>,
  index: number,
  documents: readonly OpensloDocument[],
): FoundIndicator | null {
  const own = slo.spec.objectives[index];
  const ofOwn: Path = ['spec', 'objectives', index];
  if (own?.ratioMetrics) {
    const path = [...ofOwn, 'ratioMetrics'];
    return { document: slo, spec: { ratioMetric: own.ratioMetrics }, path };
  }
  const holders = [
    { holder: own, path: ofOwn },
    { holder: slo.spec, path: ['spec'] },
  ];
  for (const { holder, path } of holders) {
    const { indicator, indicatorRef } = holder ?? {};
    if (indicator)
      return { document: slo, spec: indicator.spec, path: [...path, 'indicator', 'spec'] };
    const named = indicatorRef === undefined ? undefined : finder(documents)('SLI', indicatorRef);
    if (named) return { document: named, spec: named.spec, path: ['spec'] };
  }
  return null;
}
