import type { Incident } from '@sekisho/objectives/replay';
import { type Candidates, replayCandidates } from '@sekisho/objectives/report';
import type { Host } from '../../../host.ts';
import type { Counting } from '../judge-logs.ts';
import { keptBudget } from '../kept-budget.ts';
import type { Promised } from '../promises.ts';

/** A promise and what each candidate target would have done for it. */
export interface Replayed {
  readonly promised: Promised;
  readonly replayed: Candidates;
}

/** Errors: `Failure` (exit code 2), when no budget can be kept for the objective. */
export function replayedOf(
  host: Host,
  { promised, counts }: Counting,
  targets: readonly number[],
  incidents: readonly Incident[],
): Replayed {
  const { objective, name, alerts } = promised;
  const given = { objective, policy: alerts?.policy, ...counts, targets, incidents };
  return { promised, replayed: keptBudget(host, name, () => replayCandidates(given)) };
}
