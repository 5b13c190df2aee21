import type { MembershipConfig, PersonConfig } from '@sekisho/config';
import { contract, type JoinableTeam, type Language } from '@sekisho/contract';
import { type LeaseRow, openLeases } from '../leases/index.ts';
import { needPersonOf, ownerOf } from '../people/index.ts';
import { refusalOf } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import { implement } from '../platform/verb.ts';
import { budgetsNow, type Moment, toldJudgement } from '../policy/index.ts';
import { judgeWish, refuseWish, type Wish } from './consider.ts';

/** Every team, what goes with it, and whether the caller could join. */
export const teams = implement(contract['membership.teams'], {
  decide: async (tx, _input, _prepared, { language }) => {
    const person = needPersonOf(tx.config, ownerOf(tx.principal.id));
    const leases = await openLeases(tx, { kind: 'membership', of: person.id });
    const moment = { now: tx.now, budgets: await budgetsNow(tx) };
    return tx.config.memberships.map((team) =>
      joinable(tx, { team, person, leases, moment, language }),
    );
  },
});

interface Question {
  readonly team: MembershipConfig;
  readonly person: PersonConfig;
  readonly leases: readonly LeaseRow[];
  readonly moment: Moment;
  readonly language: Language;
}

function joinable({ config }: Tx, question: Question): JoinableTeam {
  const { team, person, leases, moment, language } = question;
  const wish: Wish = { person, team, seconds: team.defaultSeconds };
  const judged = judgeWish(config, wish, { reason: '' }, moment);
  // What is shorter than usual can still be had, for as long as the rule lets.
  const short = { ...wish, seconds: Math.min(wish.seconds, judged.maximumSeconds) };
  const error = refusalOf(() => refuseWish(short, judged));
  const lease = leases.find(({ environment, state }) => {
    return environment === team.team && state !== 'revoking';
  });
  const { name, group, role, defaultSeconds, slackUserGroups, shadowsOnCall } = team;
  return {
    ...{ team: team.team, name, group, role, defaultSeconds, shadowsOnCall },
    permissionSets: team.permissionSets.map(({ account, set }) => ({
      ...{ account, permissionSet: set },
    })),
    slackUserGroups: [...slackUserGroups],
    checklist: team.checklist.map((item) => ({ ...item })),
    lease: lease?.id ?? null,
    ...toldJudgement(judged, error, language),
  };
}
