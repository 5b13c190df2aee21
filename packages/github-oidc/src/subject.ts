/*
 * The `sub` of GitHub's OIDC tokens, in both of its forms. Repositories that were created, renamed or
 * transferred since 2026-07-15 have the immutable one, with ids; the others the one of names alone.
 * Sources: https://docs.github.com/actions/reference/openid-connect-reference;
 * README of aws-actions/configure-aws-credentials.
 */

/** A repository as tokens name it. */
export interface Repository {
  readonly owner: string;
  readonly name: string;
  /** Ids as digits; null where they are not known. */
  readonly ownerId: string | null;
  readonly id: string | null;
}

/** The `sub` by names alone. @param context such as `environment:production` */
export function namedSubject({ owner, name }: Repository, context: string): string {
  return `repo:${owner}/${name}:${context}`;
}

/** The immutable `sub`; null where an id is not known. */
export function immutableSubject(repository: Repository, context: string): string | null {
  const { owner, name, ownerId, id } = repository;
  if (ownerId === null || id === null) return null;
  return `repo:${owner}@${ownerId}/${name}@${id}:${context}`;
}

/** What a `sub` says, or a pattern for one, which may end early: then the rest is empty. Null when it is not about a repository. */
export function readSubject(
  subject: string,
): { readonly repository: Repository; readonly context: string } | null {
  const found = shape.exec(subject);
  if (found === null) return null;
  const [, owner = '', ownerId = null, name = '', id = null, context = ''] = found;
  return { repository: { owner, name, ownerId, id }, context };
}

const shape = /^repo:([^:/@]+)(?:@([^:/]+))?(?:\/([^:/@]+)(?:@([^:/]+))?(?::(.*))?)?$/s;

/** The part of a `sub` that names an environment. A colon in its name would look like the next part. */
export function environmentContext(environment: string): string {
  return `environment:${environment.replaceAll(':', '%3A')}`;
}
