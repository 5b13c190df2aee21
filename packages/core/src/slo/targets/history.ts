import type { SloConfig } from '@sekisho/config';
import type { TargetInForce } from '@sekisho/objectives/budget';
import type { Minute } from '@sekisho/objectives/minutes';
import type { Tx } from '../../platform/context.ts';
import type { ProposalRow } from '../agreements/row.ts';
import { agreedProposals } from '../agreements/store.ts';
import { type FileTargetRow, fileTargets } from './store.ts';

/** A target in force, and the proposal that it was agreed by; null where the file's holds. */
export interface TargetWithOrigin extends TargetInForce {
  readonly proposal: ProposalRow | null;
}

/**
 * The targets of an SLO in order: what its file said until a first agreement came into force, and
 * from then on what was agreed. Each minute is judged by the one in force then, for ever.
 */
export async function targetsOf(tx: Tx, slo: SloConfig): Promise<readonly TargetInForce[]> {
  const history = await targetHistory(tx, slo);
  return history.map(({ from, target }) => ({ from, target }));
}

/** The same for many SLOs, in two questions. */
export async function targetsOfEach(
  tx: Tx,
  slos: readonly SloConfig[],
): Promise<ReadonlyMap<string, readonly TargetWithOrigin[]>> {
  const files = Map.groupBy(await fileTargets(tx), ({ slo }) => slo);
  const agreed = Map.groupBy(await agreedProposals(tx), ({ slos: [slo = ''] }) => slo);
  return new Map(
    slos.map((slo) => [slo.id, merge(slo, files.get(slo.id) ?? [], agreed.get(slo.id) ?? [])]),
  );
}

export async function targetHistory(tx: Tx, slo: SloConfig): Promise<readonly TargetWithOrigin[]> {
  return merge(slo, await fileTargets(tx, slo.id), await agreedProposals(tx, slo.id));
}

function merge(
  slo: SloConfig,
  files: readonly FileTargetRow[],
  agreed: readonly ProposalRow[],
): readonly TargetWithOrigin[] {
  const said = files.map(({ from_minute, target }) => ({
    ...{ from: from_minute, target },
    proposal: null,
  }));
  const own = agreed.map((proposal) => ({
    from: proposal.in_force_minute ?? 0,
    target: proposal.wish.target,
    proposal,
  }));
  const first = { from: 0, target: slo.target, proposal: null };
  return inOrder(said.length === 0 ? [first, ...own] : [...said, ...own]);
}

/** By the minute they begin; of two for one minute the one agreed later stays. */
function inOrder(targets: readonly TargetWithOrigin[]): readonly TargetWithOrigin[] {
  const byMinute = new Map<Minute, TargetWithOrigin>();
  for (const target of targets) byMinute.set(target.from, target);
  return [...byMinute.values()].toSorted((a, b) => a.from - b.from);
}
