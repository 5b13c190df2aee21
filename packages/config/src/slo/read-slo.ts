import { BadObjective, checkObjective, type MissingPolicy } from '@sekisho/objectives/budget';
import { type DocumentOf, objectiveOf } from '@sekisho/objectives/openslo';
import type { SloConfig } from '../slo-config.ts';
import { readAlerts } from './alerts/read-alerts.ts';
import { annotationOf, badAnnotation } from './annotations.ts';
import type { ByName } from './by-name.ts';
import type { Findings } from './findings.ts';
import { type IndicatorReading, readIndicator } from './indicator/read-indicator.ts';

const missingPolicies: readonly MissingPolicy[] = ['good', 'bad', 'exclude', 'freeze'];

export interface SloReading extends IndicatorReading {
  readonly byName: ByName;
}

/**
 * The SLOs of a document: one for each objective, numbered from 1 where there are several. Objectives
 * with problems are left out; those are reported here or by `checkOpenslo`.
 */
export function readSlos(slo: DocumentOf<'SLO'>, reading: SloReading): readonly SloConfig[] {
  const { objectives } = slo.spec;
  const missing = readMissing(slo, reading.findings);
  if (isComposite(slo, reading.findings)) return [];
  return objectives.flatMap((said, index): SloConfig[] => {
    const whole = readObjective(slo, index, missing, reading.findings);
    const indicator = readIndicator(slo, index, reading);
    const lost = () => {
      // Whatever the reason is, an objective must not be left out in silence.
      if (reading.findings.problems.length === 0)
        reading.findings.problem(slo, ['spec', 'objectives', index], 'unusable-objective', {});
      return [];
    };
    if (whole === null) return lost();
    const { method, window, target } = whole;
    const { alerts, shadow } = readAlerts(slo, { ...whole, index }, reading);
    if (indicator === null) return lost();
    const { name, displayName } = slo.metadata;
    const several = objectives.length > 1;
    const part = several && said.displayName !== undefined ? said.displayName : null;
    const { file, line } = slo.placeOf(['metadata', 'name']);
    return [
      {
        id: several ? `${name}-${index + 1}` : name,
        displayName: [displayName ?? null, part].filter((one) => one !== null).join(': ') || null,
        description: slo.spec.description ?? null,
        service: slo.spec.service,
        ...{ indicator, method, window, missing, target, alerts, shadow },
        place: { file, line },
      },
    ];
  });
}

function readMissing(slo: DocumentOf<'SLO'>, findings: Findings): MissingPolicy {
  const said = annotationOf(slo, 'missing') ?? 'exclude';
  const known = missingPolicies.find((policy) => policy === said);
  if (known === undefined) badAnnotation(slo, 'missing', 'good, bad, exclude or freeze', findings);
  return known ?? 'exclude';
}

/** Parts with indicators or weights of their own make a composite. */
function isComposite(slo: DocumentOf<'SLO'>, { problem }: Findings): boolean {
  const at = slo.spec.objectives.findIndex(
    ({ indicator, indicatorRef, compositeWeight }) =>
      (indicator ?? indicatorRef ?? compositeWeight) !== undefined,
  );
  if (at >= 0) problem(slo, ['spec', 'objectives', at], 'composite', {});
  return at >= 0;
}

function readObjective(
  slo: DocumentOf<'SLO'>,
  index: number,
  missing: MissingPolicy,
  findings: Findings,
) {
  const objective = objectiveOf(slo, index, { from: 0, missing });
  const at = ['spec', 'timeWindow', 0, 'duration'];
  if (objective === null) {
    const [window] = slo.spec.timeWindow ?? [];
    const { count = 0, unit = 'day' } = window?.duration ?? {};
    if (window?.isRolling !== true && ['second', 'minute', 'hour'].includes(unit))
      findings.problem(slo, at, 'unsuitable-window', { value: `${count} ${unit}` });
    return null;
  }
  const { method, window, targets } = objective;
  const target = targets[0]?.target ?? 0;
  try {
    checkObjective(objective);
    return { method, window, target };
  } catch (error) {
    if (!(error instanceof BadObjective)) throw error;
    const { code, value } = error;
    const slice = ['spec', 'objectives', index, 'timeSliceWindow'];
    const isLength = method.kind !== 'occurrences' && value === String(method.sliceMinutes);
    const { file } = slo.placeOf([]);
    if (code === 'bad-slice' && isLength)
      findings.problem(slo, slice, 'unsuitable-slice', { value });
    // What else may be wrong `checkOpenslo` has told, in its own words.
    else if (code === 'bad-window' || !findings.problems.some((one) => one.file === file))
      findings.problem(slo, at, 'unsuitable-window', { value });
    return null;
  }
}
