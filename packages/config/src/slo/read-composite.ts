import type { Method } from '@sekisho/objectives/budget';
import type { DocumentOf } from '@sekisho/objectives/openslo';
import type { SloConfig, SloPart } from '../slo-config.ts';
import type { Findings } from './findings.ts';

/** One objective of a composite, as it was read. */
export interface ReadPart {
  readonly index: number;
  readonly method: Method;
  readonly target: number;
  readonly indicator: SloConfig['indicator'];
}

/** Whether a document's objectives have indicators of their own: parts of one promise. */
export function isComposite(slo: DocumentOf<'SLO'>, { problem }: Findings): boolean {
  const { objectives } = slo.spec;
  const own = ({ indicator, indicatorRef }: (typeof objectives)[number]) =>
    (indicator ?? indicatorRef) !== undefined;
  const composite = objectives.some(own);
  // A weight beside nothing would be left out in silence.
  const bare = objectives.findIndex(
    (each) => !own(each) && (composite || each.compositeWeight !== undefined),
  );
  if (bare >= 0) problem(slo, ['spec', 'objectives', bare], 'part-without-indicator', {});
  return composite;
}

/**
 * The parts of a composite with their weights, and its one target: the weighted mean of the parts'
 * (docs/decisions/0012). Null when they cannot be weighed, which is reported.
 */
export function readParts(
  slo: DocumentOf<'SLO'>,
  read: readonly ReadPart[],
  { problem }: Findings,
): { readonly parts: readonly SloPart[]; readonly target: number } | null {
  const [first] = read;
  if (first === undefined || read.length < slo.spec.objectives.length) return null;
  const names = new Set<string>();
  const parts = read.map(({ index, indicator }): SloPart => {
    const name = nameOf(slo, index);
    if (names.has(name)) problem(slo, ['spec', 'objectives', index], 'same-part', { name });
    names.add(name);
    return { name, weight: slo.spec.objectives[index]?.compositeWeight ?? 1, indicator };
  });
  const other = read.find(({ method }) => !sameMethod(method, first.method));
  if (other !== undefined)
    problem(slo, ['spec', 'objectives', other.index], 'parts-count-differently', {});
  if (names.size < parts.length || other !== undefined) return null;
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const mean = read.reduce(
    (sum, { target }, index) => sum + (target * (parts[index]?.weight ?? 0)) / whole,
    0,
  );
  // Without the noise of adding in binary: equal targets are their own mean.
  return { parts, target: Number(mean.toPrecision(12)) };
}

/** What people call a part: its own name, else that of its indicator. */
function nameOf(slo: DocumentOf<'SLO'>, index: number): string {
  const { displayName, indicator, indicatorRef } = slo.spec.objectives[index] ?? {};
  return displayName ?? indicator?.metadata?.name ?? indicatorRef ?? String(index + 1);
}

function sameMethod(a: Method, b: Method): boolean {
  return JSON.stringify(Object.entries(a)) === JSON.stringify(Object.entries(b));
}
