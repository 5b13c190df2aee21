import type { Problem as ConfigProblem, SaidAlerts } from '@sekisho/config';
import type { AlertPolicy } from '@sekisho/objectives/alerts';
import type { Objective } from '@sekisho/objectives/budget';
import {
  checkOpenslo,
  type Definitions,
  type DocumentOf,
  type OpensloDocument,
  type Problem,
  problemText,
} from '@sekisho/objectives/openslo';
import type { Host } from '../../host.ts';
import { say } from '../../sentences/say.ts';

/** What a file says of a promise's alerts. */
export interface PromisedAlerts extends Pick<SaidAlerts, 'mode' | 'own'> {
  readonly policy: AlertPolicy;
  /** Whether it names alerts that cannot be judged; they are left out. */
  readonly leftOut: boolean;
  /** Where the mode stands, or the SLO: `slo.yaml:12`. */
  readonly place: string;
}

/** What is found while the alerts of all promises are read. */
export interface AlertReading {
  readonly found: ConfigProblem[];
  /** Policies and conditions that no file holds. */
  readonly unknown: readonly Problem[];
  readonly config: Pick<typeof import('@sekisho/config'), 'alertsOf' | 'problemText'>;
}

/** What reading alerts begins with. The server's reader is large: who names no file waits for none of it. */
export async function alertReading(files: readonly Definitions[]): Promise<AlertReading> {
  const config = await import('@sekisho/config');
  const unknown = checkOpenslo(files).problems.filter(
    (one) =>
      one.code === 'unknown-reference' &&
      ['AlertPolicy', 'AlertCondition'].includes(one.facts.kind),
  );
  return { found: [], unknown, config };
}

/**
 * The alerts of an objective, by the reader that the server has.
 * @param index which of the SLO's objectives, from 0
 */
export function promisedAlerts(
  slo: DocumentOf<'SLO'>,
  { index, objective }: { readonly index: number; readonly objective: Objective },
  {
    documents,
    alerts: { found, unknown, config },
  }: { readonly documents: readonly OpensloDocument[]; readonly alerts: AlertReading },
): PromisedAlerts {
  const { window, targets } = objective;
  const promised = { index, window, target: targets[0]?.target ?? 0 };
  const { policy, mode, own, problems } = config.alertsOf(slo, promised, documents);
  found.push(...problems);
  const hasPolicies = mode !== 'off' && (slo.spec.alertPolicies ?? []).length > 0;
  const leftOut = problems.some(isForeign) || (hasPolicies && unknown.length > 0);
  const said = mode === 'usual' ? ['name'] : ['annotations', 'sekisho.dev/alerts'];
  const { file, line } = slo.placeOf(['metadata', ...said]);
  return { policy, mode, own, leftOut, place: `${file}:${line}` };
}

/** What is told of them: what keeps the file from being used, and what is only left out. */
export function alertLines(host: Host, { found, unknown, config }: AlertReading) {
  const mark = say(host, 'config-warning');
  const text = (one: ConfigProblem) => config.problemText(one, host.language);
  const distinct = (lines: readonly string[]) => [...new Set(lines)];
  return {
    refused: distinct(found.filter((one) => !isForeign(one)).map(text)),
    odd: [
      ...distinct(found.filter(isForeign).map(text)),
      ...unknown.map((one) => problemText(one, host.language)),
    ].map((line) => `${mark}${line}`),
  };
}

/** OpenSLO has severities and conditions that Sekisho has not; a file may be written for others. */
function isForeign({ code }: ConfigProblem): boolean {
  return code === 'not-one-of';
}
