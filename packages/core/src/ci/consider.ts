import type { CiPurpose, CiRepository, Config, PersonConfig } from '@sekisho/config';
import { AppError } from '../platform/app-error.ts';
import { type Judgement, judge, type Moment, type Place } from '../policy/index.ts';
import type { LentRole } from './frozen.ts';

/** Who started a job: a person of the roster, or nobody whom it knows. */
export interface Starter {
  readonly person: PersonConfig;
  /** Whether the roster knows them. */
  readonly known: boolean;
}

/** Whom a login of GitHub means. GitHub's logins differ by more than their case. */
export function starterOf(config: Config, repository: string, actor: string): Starter {
  const login = actor.toLowerCase();
  const person = config.people.find(({ github }) => github?.toLowerCase() === login);
  return person === undefined
    ? { person: jobItself(repository), known: false }
    : { person, known: true };
}

/** A job that no person of the roster started: it belongs to no group, and nobody is kept from agreeing to it. */
function jobItself(repository: string): PersonConfig {
  const id = jobId(repository);
  return {
    ...{ id, name: { en: id, ja: id }, email: null, github: null, slack: null, oidc: null },
    ...{ groups: [], role: 'member', language: 'en', timeZone: 'UTC' },
  };
}

/** What a repository's jobs are called where people are called by their ids. */
export function jobId(repository: string): string {
  return `ci:${repository}`;
}

/** What is judged. */
export interface Wish {
  readonly repository: CiRepository;
  readonly purpose: CiPurpose;
  readonly starter: Starter;
  readonly lent: LentRole;
}

/** Judges by policy. Errors: the refusal; `actor-unknown` when others must agree and nobody knows who asks. */
export function judgeWish(config: Config, wish: Wish, moment: Moment): Judgement {
  const { repository, purpose, starter, lent } = wish;
  const { person, known } = starter;
  if (person.role === 'read-only') throw new AppError('read-only', { who: person.id });
  const judged = judge(
    config,
    {
      ...{ person, place: placeOf(purpose), seconds: purpose.durationSeconds, kind: 'ci-role' },
      ...{ reason: '', ticket: null, size: '', permissionSet: '' },
      job: {
        ...{ repository: repository.name, purpose: purpose.name, known },
        ...{ ref: lent.ref, event: lent.event, actor: lent.actor },
        ...{
          destroys: lent.plan?.counts['delete'] ?? 0,
          replaces: lent.plan?.counts['replace'] ?? 0,
        },
        dangers: lent.plan?.riskCounts.danger ?? 0,
      },
    },
    moment,
  );
  if (judged.refusal !== null) throw judged.refusal;
  const bot = repository.bots.includes(lent.actor.toLowerCase());
  if (judged.approval.count > 0 && !known && !bot) {
    throw new AppError('actor-unknown', { actor: lent.actor, repository: repository.name });
  }
  return judged;
}

function placeOf({ account, maximumSeconds }: CiPurpose): Place {
  const { name, environment, production } = account;
  const names = environment === null ? [name] : [environment, name];
  return { name: environment ?? name, names, production, maximumSeconds };
}
