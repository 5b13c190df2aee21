import type { Condition } from '@sekisho/iam-policy';
import { immutableSubject, namedSubject, type Repository, readSubject } from '../subject.ts';
import { type Claims, claimOf } from './evaluate.ts';

/** Whose tokens a statement means to let in, as far as its conditions tell. */
export interface Meant {
  readonly repository: Repository;
  /** Contexts that its subjects name: `ref:refs/heads/main`. */
  readonly contexts: readonly string[];
  readonly audience: string;
  /** Claims that it asks for besides, each with a value that fits. */
  readonly others: Claims;
}

const someRepository: Repository = { owner: 'acme', name: 'infra', ownerId: '1001', id: '2002' };

/** Reads from the positive conditions what they are for; a guess where they say nothing. */
export function meantBy(conditions: readonly Condition[]): Meant {
  const wanted = (claim: string) =>
    conditions
      .filter((one) => claimOf(one) === claim && !/Not|Null/.test(one.operator))
      .flatMap(({ values }) => values);
  const subjects = wanted('sub').flatMap((value) => readSubject(value) ?? []);
  const named = subjects.find(({ repository }) => isPlain(repository.owner)) ?? subjects[0];
  const [owner, name] = (wanted('repository').find(isPlain) ?? '').split('/');
  const found = named?.repository ?? {
    ...someRepository,
    ...(name ? { owner: owner ?? '', name } : {}),
  };
  const withIds = subjects.find(({ repository }) => repository.id !== null)?.repository;
  const withOwner = subjects.find(({ repository }) => repository.ownerId !== null)?.repository;
  const ownerId = withOwner?.ownerId ?? someRepository.ownerId;
  const id = withIds?.id ?? wanted('repository_id').find(isPlain) ?? someRepository.id;
  const others = [
    'environment',
    'workflow',
    'job_workflow_ref',
    'actor',
    'actor_id',
    'ref',
    'repository_id',
    'enterprise_id',
  ].flatMap((claim) =>
    wanted(claim)
      .slice(0, 1)
      .map((value) => [claim, filled(value)] as const),
  );
  return {
    repository: {
      owner: filled(found.owner),
      name: filled(found.name === '' ? someRepository.name : found.name),
      ownerId: filled(ownerId ?? ''),
      id: filled(id ?? ''),
    },
    contexts: [...new Set(subjects.map(({ context }) => filled(context)))].filter(Boolean),
    audience: filled(wanted('aud')[0] ?? 'sts.amazonaws.com'),
    others: Object.fromEntries(others),
  };
}

/** A token's claims, in one of the two forms of its subject. */
export interface Job {
  readonly repository: Repository;
  /** `pull_request`, `ref:refs/heads/x`, `environment:y`. */
  readonly context: string;
  readonly audience: string;
  /** Claims that whoever runs the job has chosen, or that are the same for all. */
  readonly others?: Claims;
}

/** Both tokens that a job may have. Source of the claims: https://docs.github.com/actions/reference/openid-connect-reference */
export function tokensOf(job: Job): readonly Claims[] {
  const { repository, context } = job;
  const subjects = [namedSubject(repository, context), immutableSubject(repository, context)];
  return subjects.flatMap((sub) => (sub === null ? [] : [{ ...claimsOf(job), sub }]));
}

function claimsOf({ repository, context, audience, others = {} }: Job): Claims {
  const full = `${repository.owner}/${repository.name}`;
  const ref = context.startsWith('ref:') ? context.slice(4) : 'refs/heads/main';
  const environment = context.startsWith('environment:')
    ? { environment: context.slice('environment:'.length).replaceAll('%3A', ':') }
    : {};
  return {
    ...{ aud: audience, repository: full, ref, actor: 'somebody', actor_id: '3003' },
    ...(repository.id === null ? {} : { repository_id: repository.id }),
    ...{ workflow: 'any', job_workflow_ref: `${full}/.github/workflows/any.yml@${ref}` },
    ...others,
    ...environment,
  };
}

function isPlain(value: string): boolean {
  return !/[*?]/.test(value);
}

/** A value that a pattern fits. */
function filled(pattern: string): string {
  return pattern.replaceAll('*', 'any').replaceAll('?', 'x');
}
