import type { Condition } from '@sekisho/iam-policy';
import { immutableSubject, namedSubject, type Repository, readSubject } from '../subject.ts';
import { type Claims, claimOf } from './evaluate.ts';

/** Whose tokens a statement means to let in, as far as its conditions tell. */
export interface Meant {
  readonly repository: Repository;
  /** Contexts that its subjects name: `ref:refs/heads/main`. */
  readonly contexts: readonly string[];
  /** What else the wildcards of its subjects fit: repositories of other owners, others of an owner, environments. */
  readonly wider: {
    readonly owners: readonly Named[];
    readonly names: readonly Named[];
    readonly environments: readonly string[];
  };
  readonly audience: string;
  /** Claims that it asks for besides, each with a value that fits. */
  readonly others: Claims;
}

type Named = Pick<Repository, 'owner' | 'name'>;

const someRepository: Repository = { owner: 'acme', name: 'infra', ownerId: '1001', id: '2002' };

/** Reads from the positive conditions what they are for; a guess where they say nothing. */
export function meantBy(conditions: readonly Condition[]): Meant {
  const wanted = (claim: string) =>
    conditions
      .filter((one) => claimOf(one) === claim && !/Not|Null/.test(one.operator))
      .flatMap(({ values }) => values);
  const subjects = wanted('sub').flatMap((value) => readSubject(value) ?? readPattern(value) ?? []);
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
    wider: widerThan(subjects),
    audience: filled(wanted('aud')[0] ?? 'sts.amazonaws.com'),
    others: Object.fromEntries(others),
  };
}

type Subject = NonNullable<ReturnType<typeof readSubject>>;

/** A pattern that does not begin like a subject, or only just: what comes before its context may be anybody's. */
function readPattern(value: string): Subject | null {
  if (isPlain(value)) return null;
  const context = /(?:environment:|ref:).*$|pull_request$/s.exec(value)?.[0] ?? '';
  const name = /\/([^:/@]+)/.exec(value.slice(0, value.length - context.length))?.[1] ?? '*';
  return { repository: { owner: '*', name, ownerId: null, id: null }, context };
}

function widerThan(subjects: readonly Subject[]): Meant['wider'] {
  const other = (pattern: string) => filled(pattern, 'other', 'y');
  const repositories = subjects.map(({ repository }) => repository);
  const owners = repositories
    .filter(({ owner }) => !isPlain(owner))
    .map(({ owner, name }) => ({ owner: other(owner), name: filled(name) }));
  const names = repositories
    .filter(({ name }) => !isPlain(name))
    .map(({ owner, name }) => ({ owner: filled(owner), name: other(name) }));
  const environments = subjects.flatMap(({ context }) =>
    context.startsWith('environment:') && !isPlain(context) ? [other(context)] : [],
  );
  return { owners, names, environments };
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
function filled(pattern: string, many = 'any', one = 'x'): string {
  return pattern.replaceAll('*', many).replaceAll('?', one);
}
