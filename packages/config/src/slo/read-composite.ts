import {
  bareObjective,
  type DocumentOf,
  isComposite,
  type ReadObjective,
  weighParts,
} from '@sekisho/objectives/openslo';
import type { SloConfig, SloPart } from '../slo-config.ts';
import type { Findings } from './findings.ts';

/** One objective of a composite, as it was read. */
export interface ReadPart extends ReadObjective {
  readonly indicator: SloConfig['indicator'];
}

/** Whether a document's objectives are parts of one promise; one that says only half of it is reported. */
export function readsAsComposite(slo: DocumentOf<'SLO'>, { problem }: Findings): boolean {
  // A weight beside nothing would be left out in silence.
  const bare = bareObjective(slo);
  if (bare !== null) problem(slo, ['spec', 'objectives', bare], 'part-without-indicator', {});
  return isComposite(slo);
}

/** The parts of a composite, and its target. Null when they cannot be weighed, which is reported. */
export function readParts(
  slo: DocumentOf<'SLO'>,
  read: readonly ReadPart[],
  { problem }: Findings,
): { readonly parts: readonly SloPart[]; readonly target: number } | null {
  if (read.length === 0 || read.length < slo.spec.objectives.length) return null;
  const weighed = weighParts(slo, read);
  if ('parts' in weighed) {
    const { target } = weighed;
    const parts = read.flatMap(({ indicator }, index): readonly SloPart[] => {
      const part = weighed.parts[index];
      return part === undefined ? [] : [{ ...part, indicator }];
    });
    return { parts, target };
  }
  for (const { code, index, ...facts } of weighed)
    problem(slo, ['spec', 'objectives', index], code, facts);
  return null;
}
