import type { SloConfig } from '@sekisho/config';
import type { Tx } from '../platform/context.ts';
import { type Evaluator, type Look, memoriesOf } from './evaluate/index.ts';

/** Looks at some SLOs as they stand now. */
export async function looksAt(
  tx: Tx,
  evaluator: Evaluator,
  slos: readonly SloConfig[],
): Promise<readonly Look[]> {
  const memories = await memoriesOf(
    tx,
    slos.map(({ id }) => id),
  );
  const agreed = await evaluator.reads.agreedFor(tx, slos);
  await evaluator.prepare(tx, slos);
  const looks: Look[] = [];
  for (const slo of slos) {
    const given = agreed.get(slo.id) ?? { targets: [], corrections: [] };
    looks.push(await evaluator.look(tx, { slo, memory: memories.get(slo.id) ?? null, ...given }));
  }
  return looks;
}

/** The same for one. */
export async function lookAtOne(tx: Tx, evaluator: Evaluator, slo: SloConfig): Promise<Look> {
  const [look] = await looksAt(tx, evaluator, [slo]);
  if (look === undefined) throw new Error(`${slo.id} was not looked at`);
  return look;
}
