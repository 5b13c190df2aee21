import { BadObjective } from '@sekisho/objectives/budget';
import { makeReport, type Report } from '@sekisho/objectives/replay';
import { Failure } from '../../../failure.ts';
import type { Host } from '../../../host.ts';
import { say } from '../../../sentences/say.ts';
import type { Counting } from '../judge-logs.ts';
import type { Promised } from '../promises.ts';

/** A promise and what the logs say about it. */
export interface Reported {
  readonly promised: Promised;
  readonly report: Report;
}

/** Points of each picture: about one for two pixels of a wide one. */
const points = 360;

/** Errors: `Failure` (exit code 2), when no budget can be kept for the objective. */
export function reportedOf(host: Host, { promised, counted }: Counting): Reported {
  const { objective, name } = promised;
  try {
    const { minutes, groups } = counted;
    const report = makeReport({ objective, minutes, routes: groups, points });
    if (report !== null) return { promised, report };
    throw new BadObjective('no-target', '');
  } catch (error) {
    if (!(error instanceof BadObjective)) throw error;
    const facts = { slo: name || 'SLO', detail: `${error.code} ${error.value}`.trim() };
    throw new Failure('bad-input', say(host, 'report-bad-objective', facts));
  }
}
