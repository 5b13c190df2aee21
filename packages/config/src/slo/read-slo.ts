import { BadObjective, checkObjective, type MissingPolicy } from '@sekisho/objectives/budget';
import { type DocumentOf, missingPolicyOf, objectiveOf } from '@sekisho/objectives/openslo';
import type { SloConfig } from '../slo-config.ts';
import { readAlerts } from './alerts/read-alerts.ts';
import { badAnnotation } from './annotations.ts';
import type { ByName } from './by-name.ts';
import type { Findings } from './findings.ts';
import { type IndicatorReading, readIndicator } from './indicator/read-indicator.ts';
import { type ReadPart, readParts, readsAsComposite } from './read-composite.ts';

export interface SloReading extends IndicatorReading {
  readonly byName: ByName;
}

/**
 * The SLOs of a document: one of all its objectives where each has an indicator of its own (a
 * composite), else one for each objective, numbered from 1 where there are several. Objectives with
 * problems are left out; those are reported here or by `checkOpenslo`.
 */
export function readSlos(slo: DocumentOf<'SLO'>, reading: SloReading): readonly SloConfig[] {
  const { objectives } = slo.spec;
  const missing = readMissing(slo, reading.findings);
  const composite = readsAsComposite(slo, reading.findings);
  const read = objectives.flatMap((_, index): readonly Read[] => {
    const whole = readObjective(slo, index, missing, reading.findings);
    const indicator = readIndicator(slo, index, reading);
    // A composite has alerts once, by the target of all its parts.
    const told = whole === null || composite ? null : readAlerts(slo, { ...whole, index }, reading);
    if (whole !== null && indicator !== null) return [{ ...whole, index, indicator, told }];
    // Whatever the reason is, an objective must not be left out in silence.
    if (reading.findings.problems.length === 0)
      reading.findings.problem(slo, ['spec', 'objectives', index], 'unusable-objective', {});
    return [];
  });
  if (!composite) return read.map((one) => sloOf(slo, one, objectives.length, missing, reading));
  const weighed = readParts(slo, read, reading.findings);
  const [first] = read;
  if (weighed === null || first === undefined) return [];
  const { parts, target } = weighed;
  return [{ ...sloOf(slo, { ...first, target }, 1, missing, reading), parts }];
}

interface Read extends ReadPart {
  readonly window: SloConfig['window'];
  readonly told: Pick<SloConfig, 'alerts' | 'shadow'> | null;
}

function sloOf(
  slo: DocumentOf<'SLO'>,
  { index, indicator, method, window, target, told }: Read,
  of: number,
  missing: MissingPolicy,
  reading: SloReading,
): SloConfig {
  const { alerts, shadow } = told ?? readAlerts(slo, { index, target, window }, reading);
  const { name, displayName } = slo.metadata;
  const said = slo.spec.objectives[index]?.displayName;
  const part = of > 1 && said !== undefined ? said : null;
  const { file, line } = slo.placeOf(['metadata', 'name']);
  return {
    id: of > 1 ? `${name}-${index + 1}` : name,
    displayName: [displayName ?? null, part].filter((one) => one !== null).join(': ') || null,
    description: slo.spec.description ?? null,
    service: slo.spec.service,
    ...{ indicator, method, window, missing, target, alerts, shadow },
    place: { file, line },
  };
}

function readMissing(slo: DocumentOf<'SLO'>, findings: Findings): MissingPolicy {
  const known = missingPolicyOf(slo);
  if (known === null) badAnnotation(slo, 'missing', 'good, bad, exclude or freeze', findings);
  return known ?? 'exclude';
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
