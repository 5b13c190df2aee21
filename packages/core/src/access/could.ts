import type { AccessAccount, AccessConfig, LentSet, PersonConfig } from '@sekisho/config';
import { contract, type Language, type PossibleAccess } from '@sekisho/contract';
import type { LeaseRow } from '../leases/index.ts';
import { needPerson, needPersonOf, ownerOf } from '../people/index.ts';
import { AppError, refusalOf } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import { implement } from '../platform/verb.ts';
import { budgetsNow, type Judgement, type Moment, toldJudgement } from '../policy/index.ts';
import { isStanding } from './baseline.ts';
import { judgeWish, refuseWish, type Wish } from './consider.ts';
import { needAccess, needAccount } from './find-account.ts';
import { leaseFor, openAccessOf, refuseThird } from './has.ts';

/** Every permission set of the map for one person: whether they have it, could have it, and why. */
export const could = implement(contract['access.could'], {
  decide: async (tx, input, _prepared, { language }) => {
    const access = needAccess(tx.config);
    const person = input.person
      ? needPerson(tx.config, input.person)
      : needPersonOf(tx.config, ownerOf(tx.principal.id));
    const accounts = input.account ? [needAccount(access, input.account)] : access.accounts;
    const leases = await openAccessOf(tx, person.id);
    const moment = { now: tx.now, budgets: await budgetsNow(tx) };
    return accounts.flatMap((account) =>
      account.sets.map((set) =>
        possible(tx, { access, person, account, set, leases, moment, language }),
      ),
    );
  },
});

interface Question {
  readonly access: AccessConfig;
  readonly person: PersonConfig;
  readonly account: AccessAccount;
  readonly set: LentSet;
  readonly leases: readonly LeaseRow[];
  readonly moment: Moment;
  readonly language: Language;
}

function possible({ config }: Tx, question: Question): PossibleAccess {
  const { access, person, account, set, leases, moment, language } = question;
  const wish: Wish = { person, account, set, seconds: access.defaultSeconds, breakGlass: false };
  const judged = judgeWish(config, wish, {}, moment);
  // What is shorter than usual can still be had, for as long as the rule lets.
  const short = { ...wish, seconds: Math.min(wish.seconds, judged.maximumSeconds) };
  const lease = leaseFor(leases, wish, moment.now);
  const error = refusalOf(() => {
    refuse(short, judged);
    // Whoever has it sees that, and not that they can ask no more.
    if (lease === undefined) refuseThird(leases, wish);
  });
  const standing = isStanding(set, person);
  const live = lease?.state === 'active';
  return {
    ...{ account: account.id, accountName: account.name, environment: account.environment },
    ...{ production: account.production, permissionSet: set.name },
    has: standing ? 'standing' : live ? 'lease' : null,
    lease: lease?.id ?? null,
    ...toldJudgement(judged, error, language),
    mayBreakGlass: error === null && judged.mayBreakGlass,
  };
}

function refuse(wish: Wish, judged: Judgement): void {
  if (wish.person.role === 'read-only') throw new AppError('read-only', { who: wish.person.id });
  refuseWish(wish, judged);
}
