import type { SloConfig } from '@sekisho/config';
import type { House, Tx } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { closePagesExcept, recordHappened } from '../alerts/index.ts';
import { clockMinute, type Evaluator } from './evaluator.ts';
import { newMemory, type SloMemory } from './state.ts';
import { nextMinute, stepThrough } from './step-through.ts';
import { forgetMemoriesExcept, lockMemories, writeMemories } from './store.ts';

/** SLOs judged in one transaction: others wait for it no longer than this many take. */
const together = 25;

/**
 * Judges every SLO for the minutes that have become complete since it was judged last, in order, and
 * records what fired and resolved together with what is remembered: nothing is skipped, and nothing
 * told twice, whatever stops in between.
 *
 * Errors: throws `AggregateError` when some could not be judged; all others were.
 */
export async function tick(house: House, evaluator: Evaluator): Promise<void> {
  const { slos } = house.config();
  const failures: unknown[] = [];
  for (let first = 0; first < slos.length; first += together) {
    const some = slos.slice(first, first + together);
    await transactAsSystem(house, (tx) => tickSome(tx, evaluator, some, failures)).catch(
      (error: unknown) => failures.push(error),
    );
  }
  const ids = slos.map(({ id }) => id);
  await transactAsSystem(house, async (tx) => {
    await forgetMemoriesExcept(tx, ids);
    await closePagesExcept(tx, ids);
  });
  if (failures.length > 0) throw new AggregateError(failures, 'some SLOs could not be judged');
}

async function tickSome(
  tx: Tx,
  evaluator: Evaluator,
  slos: readonly SloConfig[],
  failures: unknown[],
): Promise<void> {
  const ids = slos.map(({ id }) => id);
  const memories = await lockMemories(tx, ids);
  const changed: { slo: string; memory: SloMemory }[] = [];
  for (const slo of slos) {
    const before = memories.get(slo.id) ?? null;
    try {
      const memory = await tickOne(tx, evaluator, slo, before);
      if (memory !== before && memory !== null) changed.push({ slo: slo.id, memory });
    } catch (cause) {
      failures.push(new Error(`${slo.id} could not be judged`, { cause }));
    }
  }
  await writeMemories(tx, changed);
}

async function tickOne(
  tx: Tx,
  evaluator: Evaluator,
  slo: SloConfig,
  before: SloMemory | null,
): Promise<SloMemory | null> {
  const clock = clockMinute(tx, slo);
  if (before !== null && !(await isDue(tx, evaluator, slo, before, clock))) return before;
  const look = await evaluator.look(tx, slo, before);
  const { memory, happened } = stepThrough(look, before ?? newMemory(clock), clock);
  await recordHappened(tx, look, happened);
  return memory;
}

/** Whether there is a minute that it has not been judged for. */
async function isDue(
  tx: Tx,
  evaluator: Evaluator,
  slo: SloConfig,
  { data, clock: silence }: SloMemory,
  clock: number,
): Promise<boolean> {
  if (slo.alerts.noData !== null && (silence.at === null || clock > silence.at)) return true;
  return nextMinute(await evaluator.through(tx, slo), data) !== null;
}
