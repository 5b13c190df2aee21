import type { AlertPolicy } from '@sekisho/objectives/alerts';
import type { DocumentOf, OpensloDocument } from '@sekisho/objectives/openslo';
import type { Problem } from '../../problems/problem.ts';
import { annotationOf } from '../annotations.ts';
import { byNameIn } from '../by-name.ts';
import { createFindings } from '../findings.ts';
import { alertWords, type Promised, readAlerts } from './read-alerts.ts';

/** When an SLO of a file speaks up. */
export interface SaidAlerts {
  readonly policy: AlertPolicy;
  /** Whether what it says is sent, only shown, or not even judged. */
  readonly mode: 'usual' | 'shadow' | 'off';
  /** Whether the file says more of alerts than their mode. */
  readonly own: boolean;
  /** What keeps a server from using it; that no alert of a tier could ever fire is not among them. */
  readonly problems: readonly Problem[];
}

/**
 * The alerts of an SLO in documents that need not be a whole configuration, as a server that takes
 * them reads them.
 * @param documents in which alert policies and conditions are looked up
 */
export function alertsOf(
  slo: DocumentOf<'SLO'>,
  promised: Promised,
  documents: readonly OpensloDocument[],
): SaidAlerts {
  const findings = createFindings();
  const { alerts: policy, shadow } = readAlerts(slo, promised, {
    ...{ findings, byName: byNameIn(documents) },
  });
  const isOff = annotationOf(slo, 'alerts') === 'off';
  const own =
    (slo.spec.alertPolicies ?? []).length > 0 ||
    alertWords.some((name) => annotationOf(slo, name) !== undefined);
  // Whoever tries other targets is told of tiers that are dead at each of them.
  const problems = findings.problems.filter(({ code }) => code !== 'dead-tier');
  return { policy, mode: isOff ? 'off' : shadow ? 'shadow' : 'usual', own, problems };
}
