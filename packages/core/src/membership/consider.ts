import type { Config, MembershipConfig, PersonConfig } from '@sekisho/config';
import type { InputOf } from '@sekisho/contract';
import { needPersonOf } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import { readDuration } from '../platform/read-input.ts';
import { type Judgement, judge, type Moment } from '../policy/index.ts';
import { needTeam, placeOfTeam } from './find-team.ts';

export type RequestInput = InputOf<'membership.request'>;

/** What was asked for, with every default filled in. */
export interface Wish {
  readonly person: PersonConfig;
  readonly team: MembershipConfig;
  readonly seconds: number;
}

/** Reads what was asked for. Errors: `unknown-team`, `bad-duration`. */
export function readWish(config: Config, personId: string, input: RequestInput): Wish {
  const team = needTeam(config, input.team);
  const person = needPersonOf(config, personId);
  const seconds = input.for === undefined ? team.defaultSeconds : readDuration('for', input.for);
  return { person, team, seconds };
}

/** Judges a wish by policy. What it answers may still be refused by `refuseWish`. */
export function judgeWish(
  config: Config,
  { person, team, seconds }: Wish,
  { reason, ticket }: { readonly reason: string; readonly ticket?: string | null | undefined },
  moment: Moment,
): Judgement {
  const ask = {
    ...{ person, place: placeOfTeam(config, team), seconds, kind: 'membership' as const },
    ...{ size: '', permissionSet: '', reason, ticket: ticket ?? null },
  };
  return judge(config, ask, moment);
}

/** Errors: the first reason why this wish cannot be granted. */
export function refuseWish({ person, team, seconds }: Wish, judged: Judgement): void {
  if (person.role === 'read-only') throw new AppError('read-only', { who: person.id });
  if (judged.refusal?.code === 'policy-refused') {
    throw new AppError('policy-refused', { environment: team.team, team: true });
  }
  if (judged.refusal !== null) throw judged.refusal;
  const { maximumSeconds } = judged;
  if (seconds > maximumSeconds) {
    const facts = { environment: team.team, askedSeconds: seconds, maximumSeconds };
    throw new AppError('too-long', facts);
  }
}
