import type { House } from '../../platform/context.ts';
import type { Database } from '../../platform/database/database.ts';
import { correctionsOfEach } from '../corrections/counting.ts';
import { changedDays, seriesOf, storedDaysOf, throughOf } from '../minutes/index.ts';
import { targetsOfEach } from '../targets/history.ts';
import { createEvaluator, type Evaluator } from './evaluator.ts';
import type { Reads } from './reads.ts';

/** What evaluation reads, as the house keeps it. */
export const houseReads: Reads = {
  ...{ seriesOf, storedDaysOf, changedDays, throughOf },
  async agreedFor(tx, slos) {
    const targets = await targetsOfEach(tx, slos);
    const corrections = await correctionsOfEach(tx, slos);
    return new Map(
      slos.map(({ id }) => [
        id,
        {
          // Who proposed a target changes no sum.
          targets: (targets.get(id) ?? []).map(({ from, target }) => ({ from, target })),
          corrections: corrections.get(id) ?? [],
        },
      ]),
    );
  },
};

/** One for each database: the loop and the verbs of a process share what was read of it. */
const evaluators = new WeakMap<Database, Evaluator>();

export function evaluatorOf({ database }: Pick<House, 'database'>): Evaluator {
  const known = evaluators.get(database);
  if (known !== undefined) return known;
  const evaluator = createEvaluator(houseReads);
  evaluators.set(database, evaluator);
  return evaluator;
}
