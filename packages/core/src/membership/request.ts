import { contract } from '@sekisho/contract';
import { type AccessPorts, lentOfLease, targetOfAccess } from '../access/index.ts';
import { type LeaseRow, openLease, openLeases, startOf } from '../leases/index.ts';
import { ownerOf, slackOf } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import { askCloud } from '../platform/cloud-failure.ts';
import type { Tx } from '../platform/context.ts';
import { refuseOpeningWhenHalted } from '../platform/halt.ts';
import { implement, type PrepareScope } from '../platform/verb.ts';
import { budgetsNow, budgetsOf, type Judgement } from '../policy/index.ts';
import { judgeWish, type RequestInput, readWish, refuseWish, type Wish } from './consider.ts';
import { type FrozenSet, freezeMembership, freezeSets } from './freeze.ts';
import { membershipView } from './view.ts';

interface Prepared {
  readonly wish: Wish;
  readonly sets: readonly FrozenSet[];
}

/** Asks to join a team: one lease, with a part for each permission set that goes with it. */
export const request = implement(contract['membership.request'], {
  subject: (_input, { principal }) => `membership:${ownerOf(principal.id)}`,
  prepare: async ({ house, ports, context }: PrepareScope<AccessPorts>, input) => {
    const config = house.config();
    const wish = readWish(config, ownerOf(context.principal.id), input);
    const moment = { now: house.clock.now(), budgets: await budgetsOf(house) };
    // Asked before AWS is, so that a refusal costs no call; decided again below.
    refuseWish(wish, judgeWish(config, wish, input, moment));
    const sets = await askCloud(() => freezeSets(ports, config, wish));
    return { wish, sets };
  },
  decide: async (tx, input, { wish, sets }: Prepared) => {
    await refuseOpeningWhenHalted(tx);
    const moment = { now: tx.now, budgets: await budgetsNow(tx) };
    const judged = judgeWish(tx.config, wish, input, moment);
    refuseWish(wish, judged);
    await refuseMember(tx, wish);
    const lease = await openWhole(tx, input, { wish, sets, judged });
    for (const set of sets) await openPart(tx, lease, set);
    return membershipView(tx, lease);
  },
});

/** Errors: `member-already` while another membership of this team is asked for or held. */
async function refuseMember(tx: Tx, { person, team }: Wish): Promise<void> {
  const mine = await openLeases(tx, { kind: 'membership', environment: team.team, of: person.id });
  const other = mine.find(({ state }) => state !== 'revoking');
  if (other === undefined) return;
  throw new AppError('member-already', { team: team.team, lease: other.id });
}

async function openWhole(
  tx: Tx,
  input: RequestInput,
  { wish, sets, judged }: Prepared & { readonly judged: Judgement },
): Promise<LeaseRow> {
  const { person, team, seconds } = wish;
  const { rule, maximumSeconds, approval } = judged;
  return openLease(tx, {
    ...{ id: tx.ids.id('mem'), kind: 'membership', environment: team.team },
    production: sets.some(({ production }) => production),
    ...{ requester: person.id, reason: input.reason, ticket: input.ticket ?? null },
    ...{ seconds, maximumSeconds, breakGlass: false, approval },
    frozen: freezeMembership(wish, sets, await slackOf(tx, person)),
    startsAt: startOf(tx, { at: input.starts }, 'starts'),
    target: {
      key: `membership/${team.team}/${person.id}`,
      // A user group's list is replaced as a whole, and each belongs to one team.
      serialKey: `membership/${team.team}`,
    },
    entry: { action: 'membership.request', data: { team: team.team, rule } },
  });
}

/** A part is approved with its parent, and no longer than it. */
async function openPart(tx: Tx, parent: LeaseRow, set: FrozenSet): Promise<void> {
  const { place, production, frozen } = set;
  const { accountName: account, permissionSet } = lentOfLease({ frozen });
  await openLease(tx, {
    ...{ id: tx.ids.id('acc'), kind: 'permission-set', environment: place, production },
    ...{ requester: parent.requester, reason: parent.reason, ticket: parent.ticket },
    ...{ seconds: parent.duration_seconds, maximumSeconds: parent.maximum_seconds },
    ...{ startsAt: tx.now, breakGlass: false, approval: { count: 0, from: [], people: [] } },
    ...{ frozen, target: targetOfAccess(frozen), partOf: parent },
    entry: { action: 'access.request', data: { account, permissionSet, rule: null } },
  });
}
