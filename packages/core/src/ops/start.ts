import { contract } from '@sekisho/contract';
import {
  type Frozen,
  pageWith,
  refuseUnlessShown,
  refuseWhileReviewOwed,
  startOf,
} from '../leases/index.ts';
import { ownerOf } from '../people/index.ts';
import { askCloud } from '../platform/cloud-failure.ts';
import { refuseOpeningWhenHalted } from '../platform/halt.ts';
import { lockSubject } from '../platform/lock-subject.ts';
import { refuseUnlessPerson } from '../platform/person-at-door.ts';
import { implement, type PrepareScope } from '../platform/verb.ts';
import { budgetsNow, budgetsOf } from '../policy/index.ts';
import { judgeWish, readWish, refuseOldImage, refuseWish, type Wish } from './consider.ts';
import { freezeAll, freezeTemplate } from './freeze.ts';
import { openServerLease } from './open-lease.ts';
import type { OpsPorts } from './ports.ts';
import { refuseOverQuota, startSubject } from './quota.ts';
import { opsLeaseView } from './view.ts';

interface Prepared {
  readonly frozen: Frozen;
  readonly wish: Wish;
}

export const start = implement(contract['ops.start'], {
  subject: ({ environment }, { principal }) => startSubject(ownerOf(principal.id), environment),
  prepare: async ({ house, ports, context }: PrepareScope<OpsPorts>, input) => {
    const config = house.config();
    const now = house.clock.now();
    const wish = readWish(config, ownerOf(context.principal.id), input);
    // Asked before the cloud is, so that a refusal costs no call; decided again below.
    refuseWish(
      wish,
      judgeWish(config, wish, input, { now, budgets: await budgetsOf(house) }),
      startOf({ now, config, principal: context.principal }, input),
    );
    const template = await askCloud(() => freezeTemplate(ports, wish));
    refuseOldImage(wish, template, now);
    return { wish, frozen: freezeAll(ports, wish, template) };
  },
  decide: async (tx, input, { wish, frozen }: Prepared, context) => {
    if (wish.breakGlass) refuseUnlessPerson(context);
    const moment = { now: tx.now, budgets: await budgetsNow(tx) };
    const judged = judgeWish(tx.config, wish, input, moment);
    const startsAt = startOf(tx, input);
    refuseWish(wish, judged, startsAt);
    await refuseOpeningWhenHalted(tx);
    await refuseOverQuota(tx, wish);
    if (wish.breakGlass) {
      refuseUnlessShown(tx, judged.breakGlassStepUp, pageWith('/ask', input));
      // Two starts in two environments must not both pass.
      await lockSubject(tx, `break-glass:${wish.person.id}`);
      await refuseWhileReviewOwed(tx, wish.person.id);
    }
    const lease = await openServerLease(tx, { input, wish, frozen, judged, startsAt });
    return opsLeaseView(tx, lease);
  },
});
