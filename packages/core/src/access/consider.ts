import type { AccessAccount, Config, LentSet, PersonConfig } from '@sekisho/config';
import type { InputOf } from '@sekisho/contract';
import { needPersonOf } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import { readDuration } from '../platform/read-input.ts';
import { type Judgement, judge, type Moment } from '../policy/index.ts';
import { isStanding } from './baseline.ts';
import { needAccess, needAccount, needSet, placeOfAccount } from './find-account.ts';

export type RequestInput = InputOf<'access.request'>;

/** One account's part of what was asked for, with every default filled in. */
export interface Wish {
  readonly person: PersonConfig;
  readonly account: AccessAccount;
  readonly set: LentSet;
  readonly seconds: number;
  readonly breakGlass: boolean;
}

/** Accounts that one request may name: more are asked for one after another. */
const mostAccounts = 20;

/**
 * Reads what was asked for, a wish for each account.
 * Errors: `access-not-set-up`, `unknown-account`, `unknown-permission-set`, `bad-duration`, `too-many-accounts`.
 */
export function readWishes(config: Config, personId: string, input: RequestInput): Wish[] {
  const access = needAccess(config);
  const person = needPersonOf(config, personId);
  const names = input.account.split(/[,、]/).filter((name) => name.trim() !== '');
  const accounts = [...new Set(names.map((name) => needAccount(access, name)))];
  if (accounts.length === 0 || accounts.length > mostAccounts) {
    throw new AppError('too-many-accounts', { count: accounts.length, most: mostAccounts });
  }
  const seconds = input.for === undefined ? access.defaultSeconds : readDuration('for', input.for);
  const breakGlass = input.breakGlass === true;
  return accounts.map((account) => {
    const set = needSet(account, input.permissionSet);
    return { person, account, set, seconds, breakGlass };
  });
}

/** Judges a wish by policy. What it answers may still be refused by `refuseWish`. */
export function judgeWish(
  config: Config,
  { person, account, set, seconds }: Wish,
  input: Pick<RequestInput, 'ticket'> & { readonly reason?: string },
  moment: Moment,
): Judgement {
  const place = placeOfAccount(needAccess(config), account);
  return judge(
    config,
    {
      ...{ person, place, seconds, kind: 'permission-set', size: '', permissionSet: set.name },
      reason: input.reason ?? '',
      ticket: input.ticket ?? null,
    },
    moment,
  );
}

/** Errors: the first reason why this wish cannot be granted. */
export function refuseWish(wish: Wish, judged: Judgement): void {
  const { person, account, set, seconds, breakGlass } = wish;
  if (isStanding(set, person)) {
    throw new AppError('standing-already', { account: account.name, permissionSet: set.name });
  }
  if (set.groups.length > 0 && !set.groups.some((group) => person.groups.includes(group))) {
    throw new AppError('policy-refused', { environment: account.name });
  }
  if (judged.refusal !== null) throw judged.refusal;
  if (seconds > judged.maximumSeconds) {
    const { maximumSeconds } = judged;
    throw new AppError('too-long', {
      environment: account.name,
      askedSeconds: seconds,
      maximumSeconds,
    });
  }
  if (breakGlass && !judged.mayBreakGlass) throw new AppError('break-glass-not-allowed', {});
}
