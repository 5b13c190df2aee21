import { contract, type OutputOf } from '@sekisho/contract';
import { roleOf } from '../../people/index.ts';
import { AppError } from '../../platform/app-error.ts';
import { type Context, type House, type Tx, transact } from '../../platform/context.ts';
import { refuseUnlessPerson } from '../../platform/person-at-door.ts';
import { implement } from '../../platform/verb.ts';
import { needEnvironment } from '../../policy/index.ts';
import { askCloud } from '../cloud-failure.ts';
import type { OpsPorts } from '../ports.ts';
import { type Judged, judgeOrphans, lookForOrphans, sweepOnce } from './run.ts';
import type { OrphanRow } from './store.ts';
import { trustDatabase } from './trust.ts';

interface Scope {
  readonly house: House;
  readonly ports: OpsPorts;
  readonly context: Context;
}

export const sweep = implement(contract['ops.sweep'], {
  subject: () => 'sweep',
  prepare: async ({ house, ports, context }: Scope, input) => {
    if (input.environment) needEnvironment(house.config(), input.environment);
    if (input.trustDatabase) await trust(house, context);
    const found = await lookForOrphans({ house, ...ports }, input.environment);
    if (input.apply) return askCloud(() => sweepOnce({ house, ...ports }, found));
    // Whoever only looks is told that one place did not answer, and can name another.
    if (found.failures.length === 0) return found;
    return askCloud(async () => {
      throw found.failures[0];
    });
  },
  decide: async (tx, input, prepared) => {
    const judged = 'orphans' in prepared ? prepared : await judgeOrphans(tx, prepared);
    const data = {
      apply: input.apply ?? false,
      orphans: judged.orphans.length,
      withheld: judged.withheld,
    };
    tx.record({ action: 'ops.sweep', environment: input.environment ?? null, data });
    return view(judged);
  },
});

async function trust(house: House, context: Context): Promise<void> {
  refuseUnlessPerson(context);
  if (roleOf(house.config(), context) !== 'admin') {
    throw new AppError('role-too-weak', { who: context.principal.id, needed: 'admin' });
  }
  await transact(house, context.principal, async (tx: Tx) => {
    await trustDatabase(tx);
    tx.record({ action: 'ops.sweep', data: { trustDatabase: true } });
  });
}

function view({ withheld, orphans }: Judged): OutputOf<'ops.sweep'> {
  return { withheld, orphans: orphans.map(({ row }) => orphanView(row)) };
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
