import type { SloConfig } from '@sekisho/config';
import type { House, Tx } from '../../platform/context.ts';
import { lockSubject } from '../../platform/lock-subject.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { closePagesExcept, recordHappened, tellOfDarkSources } from '../alerts/index.ts';
import { clockMinute, type Evaluator, type Known } from './evaluator.ts';
import { newMemory, type SloMemory } from './state.ts';
import { nextMinute, stepThrough } from './step-through.ts';
import { forgetMemoriesExcept, lockMemories, writeMemories } from './store.ts';
import { watermarkOf } from './watermark.ts';

/**
 * Those who judge take turns, also on replicas: whether an alert is told depends on what is told of
 * other SLOs, so that two who do not see each other would tell of one dark source twice. Taken before
 * anything else is locked.
 */
const judging = 'slo-judging';

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
    await lockSubject(tx, judging);
    await forgetMemoriesExcept(tx, ids);
    await closePagesExcept(tx, ids);
    await tellOfDarkSources(tx);
  });
  if (failures.length > 0) throw new AggregateError(failures, 'some SLOs could not be judged');
}

async function tickSome(
  tx: Tx,
  evaluator: Evaluator,
  slos: readonly SloConfig[],
  failures: unknown[],
): Promise<void> {
  await lockSubject(tx, judging);
  const ids = slos.map(({ id }) => id);
  const memories = await lockMemories(tx, ids);
  const due: Due[] = [];
  for (const slo of slos) {
    const before = memories.get(slo.id) ?? null;
    if (await isDue(tx, evaluator, slo, before)) due.push({ slo, memory: before });
  }
  if (due.length === 0) return;
  const dueSlos = due.map(({ slo }) => slo);
  const agreed = await evaluator.reads.agreedFor(tx, dueSlos);
  await evaluator.prepare(tx, dueSlos);
  const changed: { slo: string; memory: SloMemory }[] = [];
  for (const { slo, memory } of due) {
    const given = agreed.get(slo.id) ?? { targets: [], corrections: [] };
    try {
      const next = await tickOne(tx, evaluator, { slo, memory, ...given });
      changed.push({ slo: slo.id, memory: next });
    } catch (cause) {
      failures.push(new Error(`${slo.id} could not be judged`, { cause }));
    }
  }
  await writeMemories(tx, changed);
}

type Due = Pick<Known, 'slo' | 'memory'>;

async function tickOne(tx: Tx, evaluator: Evaluator, known: Known): Promise<SloMemory> {
  const clock = clockMinute(tx, known.slo);
  const look = await evaluator.look(tx, known);
  const { memory, happened } = stepThrough(look, known.memory ?? newMemory(clock), clock);
  await recordHappened(tx, look, happened);
  return memory;
}

/** Whether there is a minute that it has not been judged for. */
async function isDue(
  tx: Tx,
  { reads }: Evaluator,
  slo: SloConfig,
  memory: SloMemory | null,
): Promise<boolean> {
  if (memory === null) return true;
  const heard = memory.clock.at;
  if (slo.alerts.noData !== null && (heard === null || clockMinute(tx, slo) > heard)) return true;
  return nextMinute(await watermarkOf(tx, reads, slo), memory.data) !== null;
}
