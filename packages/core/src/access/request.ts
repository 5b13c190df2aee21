import { contract } from '@sekisho/contract';
import {
  type Frozen,
  type LeaseRow,
  openLease,
  pageWith,
  refuseUnlessShown,
  refuseWhileReviewOwed,
  startOf,
} from '../leases/index.ts';
import { ownerOf } from '../people/index.ts';
import { askCloud } from '../platform/cloud-failure.ts';
import type { Tx } from '../platform/context.ts';
import { refuseOpeningWhenHalted } from '../platform/halt.ts';
import { lockSubject } from '../platform/lock-subject.ts';
import { refuseUnlessPerson } from '../platform/person-at-door.ts';
import { implement, type PrepareScope } from '../platform/verb.ts';
import { budgetsNow, budgetsOf, type Judgement, type Moment } from '../policy/index.ts';
import { judgeWish, type RequestInput, readWishes, refuseWish, type Wish } from './consider.ts';
import { needAccess, placeName } from './find-account.ts';
import { freezeAll } from './freeze.ts';
import { openAccessOf, refuseThird } from './has.ts';
import { type AccessPorts, needAccessCloud } from './ports.ts';
import { targetOfAccess } from './target.ts';
import { accessLeaseViews } from './view.ts';

interface Prepared {
  readonly wishes: readonly Wish[];
  readonly frozen: readonly Frozen[];
}

/** Lends one permission set in one account, or several: all of them or none. */
export const request = implement(contract['access.request'], {
  subject: (_input, { principal }) => `access:${ownerOf(principal.id)}`,
  prepare: async ({ house, ports, context }: PrepareScope<AccessPorts>, input) => {
    const config = house.config();
    const cloud = needAccessCloud(ports);
    const wishes = readWishes(config, ownerOf(context.principal.id), input);
    const moment = { now: house.clock.now(), budgets: await budgetsOf(house) };
    // Asked before AWS is, so that a refusal costs no call; decided again below.
    for (const wish of wishes) refuseWish(wish, judgeWish(config, wish, input, moment));
    const frozen = await askCloud(() => freezeAll(cloud, needAccess(config), wishes));
    return { wishes, frozen };
  },
  decide: async (tx, input, { wishes, frozen }: Prepared, context) => {
    if (input.breakGlass === true) {
      refuseUnlessPerson(context);
      await lockSubject(tx, `break-glass:${ownerOf(tx.principal.id)}`);
      await refuseWhileReviewOwed(tx, ownerOf(tx.principal.id));
    }
    await refuseOpeningWhenHalted(tx);
    const moment = { now: tx.now, budgets: await budgetsNow(tx) };
    const account = wishes.map((wish) => wish.account.name).join(',');
    const page = pageWith('/access', { ...input, account });
    const leases: LeaseRow[] = [];
    for (const [index, wish] of wishes.entries()) {
      leases.push(await open(tx, input, { wish, frozen: frozen[index] as Frozen, moment, page }));
    }
    const [first, ...alongside] = await accessLeaseViews(tx, leases);
    if (first === undefined) throw new Error('a request names at least one account');
    return { ...first, alongside };
  },
});

interface Asked {
  readonly wish: Wish;
  readonly frozen: Frozen;
  readonly moment: Moment;
  /** Where the same can be asked for in the console. */
  readonly page: string;
}

async function open(
  tx: Tx,
  input: RequestInput,
  { wish, frozen, moment, page }: Asked,
): Promise<LeaseRow> {
  const judged = judgeWish(tx.config, wish, input, moment);
  refuseWish(wish, judged);
  refuseThird(await openAccessOf(tx, wish.person.id), wish);
  const { person, account, seconds, breakGlass } = wish;
  if (breakGlass) refuseUnlessShown(tx, judged.breakGlassStepUp, page);
  const id = tx.ids.id('acc');
  return openLease(tx, {
    ...{ id, kind: 'permission-set', environment: placeName(account) },
    ...{ production: account.production, requester: person.id },
    reason: input.reason,
    ticket: input.ticket ?? null,
    ...{ seconds, maximumSeconds: judged.maximumSeconds, breakGlass, frozen },
    startsAt: startOf(tx, input),
    approval: judged.approval,
    shown: breakGlass ? judged.breakGlassStepUp : null,
    target: targetOfAccess(frozen),
    entry: { action: 'access.request', data: entryData(wish, judged) },
  });
}

function entryData({ account, set }: Wish, { rule }: Judgement) {
  return { account: account.name, permissionSet: set.name, rule };
}
