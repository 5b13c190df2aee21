import type { SloConfig, SourceConfig } from '@sekisho/config';
import { type ProbeOutcome, SourceError } from '@sekisho/core/sources';
import {
  type Expectation,
  judgeRun,
  type ProbeFault,
  type ProbeTarget,
  runProbe,
} from '@sekisho/probe';

/**
 * What runs the probe of an SLO once. Errors: `SourceError` when it is measured by something else.
 * @param now milliseconds since 1970
 */
export function runOfProbe(
  { indicator }: SloConfig,
  source: SourceConfig,
  now: () => number,
): (signal?: AbortSignal) => Promise<ProbeOutcome> {
  if (indicator.kind !== 'measured' || source.kind !== 'probe')
    throw new SourceError('refused', `${source.name} is no probe`);
  const {
    statuses,
    bodyContains,
    withinMs,
    certificateDays,
    everySeconds: _,
    ...asked
  } = indicator.query;
  const expected = { statuses, bodyContains, withinMs, certificateDays };
  const reach = source.connection['reach'] === 'private' ? 'private' : 'public';
  const target = { ...asked, reach } as unknown as ProbeTarget;
  return async (signal) => {
    const run = await runProbe(target, { now, signal });
    const faults = judgeRun(run, said(expected) as Expectation);
    return { isGood: faults.length === 0, faults: faults.map(wordsOf), tookMs: run.phases.whole };
  };
}

/** Without what the definition left out. */
function said(expected: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(expected).filter(([, value]) => value !== undefined));
}

/** A fault in stable words, such as `connect ECONNREFUSED` or `status 503`. */
function wordsOf(fault: ProbeFault): string {
  if (fault.kind === 'failed') return `${fault.phase} ${fault.code}`;
  if (fault.kind === 'status') return `status ${fault.status}`;
  if (fault.kind === 'slow') return `slow ${Math.round(fault.ms)} ms`;
  if (fault.kind === 'certificate') return `certificate ends in ${fault.daysLeft} days`;
  return 'body';
}
