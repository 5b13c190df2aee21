import { contract, type OutputOf } from '@sekisho/contract';
import { roleOf } from '../../people/index.ts';
import { AppError } from '../../platform/app-error.ts';
import { askCloud } from '../../platform/cloud-failure.ts';
import type { Context, Tx } from '../../platform/context.ts';
import { refuseUnlessPerson } from '../../platform/person-at-door.ts';
import { implement, type PrepareScope } from '../../platform/verb.ts';
import { needEnvironment } from '../../policy/index.ts';
import type { OpsPorts } from '../ports.ts';
import { decideSweep, type Judged, judgeOrphans, type Looked, lookForOrphans } from './run.ts';
import { sweepSubject } from './scope.ts';
import type { OrphanRow } from './store.ts';
import { trustDatabase } from './trust.ts';

export const sweep = implement(contract['ops.sweep'], {
  subject: () => sweepSubject,
  prepare: async ({ house, ports }: PrepareScope<OpsPorts>, input) => {
    if (input.environment) needEnvironment(house.config(), input.environment);
    const looked = await lookForOrphans({ house, ...ports }, input.environment);
    const { environments, failures } = looked;
    if (environments.length > 0 || failures.length === 0) return looked;
    // Nobody answered: there is nothing to judge.
    return askCloud(async () => {
      throw failures[0];
    });
  },
  decide: async (tx, input, looked, context) => {
    if (input.trustDatabase) {
      refuseUnlessAdmin(tx, context);
      await trustDatabase(tx);
    }
    const judged = await (input.apply ? decideSweep(tx, looked) : judgeOrphans(tx, looked));
    const data = {
      apply: input.apply ?? false,
      trustDatabase: input.trustDatabase ?? false,
      orphans: judged.orphans.length,
      withheld: judged.withheld,
    };
    tx.record({ action: 'ops.sweep', environment: input.environment ?? null, data });
    return view(judged, looked);
  },
});

function refuseUnlessAdmin(tx: Tx, context: Context): void {
  refuseUnlessPerson(context);
  if (roleOf(tx.config, context) !== 'admin') {
    throw new AppError('role-too-weak', { who: context.principal.id, needed: 'admin' });
  }
}

function view({ withheld, orphans }: Judged, { unanswered }: Looked): OutputOf<'ops.sweep'> {
  const views = orphans.map(({ row }) => orphanView(row));
  return { withheld, orphans: views, unanswered: [...unanswered] };
}

function orphanView(row: OrphanRow): OutputOf<'ops.sweep'>['orphans'][number] {
  return {
    instanceId: row.instance_id,
    environment: row.environment,
    lease: row.lease,
    verdict: row.verdict,
    firstSeenAt: row.first_seen_at.toISOString(),
    next: row.next,
    nextAt: row.next_at?.toISOString() ?? null,
  };
}
