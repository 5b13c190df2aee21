import type { Method } from '../budget/index.ts';
import type { DocumentOf } from './model.ts';

/** One objective of a composite, as it was read. */
export interface ReadObjective {
  /** Which of the objectives, from 0. */
  readonly index: number;
  readonly method: Method;
  readonly target: number;
}

/** Why objectives cannot be weighed. */
export type CompositeFault =
  | { readonly code: 'same-part'; readonly index: number; readonly name: string }
  | { readonly code: 'parts-count-differently'; readonly index: number };

/** The parts of a composite in the order of its objectives, and its one target. */
export interface WeighedParts {
  readonly parts: readonly { readonly name: string; readonly weight: number }[];
  readonly target: number;
}

/** Whether a document's objectives have indicators of their own: parts of one promise. */
export function isComposite({ spec }: DocumentOf<'SLO'>): boolean {
  return spec.objectives.some(hasOwn);
}

/** Which objective has a weight, or others beside it that are parts, but no indicator; null when none. */
export function bareObjective(slo: DocumentOf<'SLO'>): number | null {
  const composite = isComposite(slo);
  const bare = slo.spec.objectives.findIndex(
    (each) => !hasOwn(each) && (composite || each.compositeWeight !== undefined),
  );
  return bare < 0 ? null : bare;
}

/**
 * The parts of a composite with their weights, 1 unless said, and its one target: the weighted mean
 * of the parts' (docs/decisions/0012).
 * @param read each of the objectives
 */
export function weighParts(
  slo: DocumentOf<'SLO'>,
  read: readonly ReadObjective[],
): WeighedParts | readonly CompositeFault[] {
  const faults: CompositeFault[] = [];
  const names = new Set<string>();
  const parts = read.map(({ index }) => {
    const name = partName(slo, index);
    if (names.has(name)) faults.push({ code: 'same-part', index, name });
    names.add(name);
    return { name, weight: slo.spec.objectives[index]?.compositeWeight ?? 1 };
  });
  const other = read.find(({ method }) => !sameMethod(method, read[0]?.method));
  if (other !== undefined) faults.push({ code: 'parts-count-differently', index: other.index });
  if (faults.length > 0) return faults;
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const mean = read.reduce(
    (sum, { target }, index) => sum + (target * (parts[index]?.weight ?? 0)) / whole,
    0,
  );
  // Without the noise of adding in binary: equal targets are their own mean.
  return { parts, target: Number(mean.toPrecision(12)) };
}

/** What people call a part: its own name, else that of its indicator. */
export function partName(slo: DocumentOf<'SLO'>, index: number): string {
  const { displayName, indicator, indicatorRef } = slo.spec.objectives[index] ?? {};
  return displayName ?? indicator?.metadata?.name ?? indicatorRef ?? String(index + 1);
}

type Said = DocumentOf<'SLO'>['spec']['objectives'][number];

function hasOwn({ indicator, indicatorRef }: Said): boolean {
  return (indicator ?? indicatorRef) !== undefined;
}

function sameMethod(a: Method, b: Method | undefined): boolean {
  return b !== undefined && JSON.stringify(Object.entries(a)) === JSON.stringify(Object.entries(b));
}
