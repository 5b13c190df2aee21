import type { BudgetStanding, SloConfig } from '@sekisho/config';
import { databaseOf, type Tx } from '../../platform/context.ts';
import { evaluatorOf } from '../evaluate/index.ts';
import { looksAt } from '../looks.ts';
import { standingOf } from './standing-of.ts';

/** How the error budgets of some SLOs stand now, by id. */
export async function standingsOf(
  tx: Tx,
  slos: readonly SloConfig[],
): Promise<ReadonlyMap<string, BudgetStanding>> {
  const evaluator = evaluatorOf({ database: databaseOf(tx) });
  const looks = await looksAt(tx, evaluator, slos);
  return new Map(looks.map((look) => [look.slo.id, standingOf(tx, look)]));
}
