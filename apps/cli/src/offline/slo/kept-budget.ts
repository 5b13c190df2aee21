import { BadObjective } from '@sekisho/objectives/budget';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { say } from '../../sentences/say.ts';

/**
 * What a piece of budget arithmetic answers.
 * @param slo the name of the SLO that it is about
 * Errors: `Failure` (exit code 2), when no budget can be kept for its objective.
 */
export function keptBudget<Answer>(host: Host, slo: string, work: () => Answer | null): Answer {
  try {
    const answer = work();
    if (answer !== null) return answer;
    throw new BadObjective('no-target', '');
  } catch (error) {
    if (!(error instanceof BadObjective)) throw error;
    const facts = { slo: slo || 'SLO', detail: `${error.code} ${error.value}`.trim() };
    throw new Failure('bad-input', say(host, 'report-bad-objective', facts));
  }
}
