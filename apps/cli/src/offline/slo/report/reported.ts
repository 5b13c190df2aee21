import { makeReport, type Report } from '@sekisho/objectives/report';
import type { Host } from '../../../host.ts';
import type { Counting } from '../judge-logs.ts';
import { keptBudget } from '../kept-budget.ts';
import type { Promised } from '../promises.ts';

/** A promise and what the logs say about it. */
export interface Reported {
  readonly promised: Promised;
  readonly report: Report;
}

/** Points of each picture: about one for two pixels of a wide one. */
const points = 360;

/** Errors: `Failure` (exit code 2), when no budget can be kept for the objective. */
export function reportedOf(host: Host, { promised, counts, routes }: Counting): Reported {
  const { objective, name, alerts } = promised;
  const given = { objective, policy: alerts?.policy, ...counts, routes, points };
  return { promised, report: keptBudget(host, name, () => makeReport(given)) };
}
