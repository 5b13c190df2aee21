import { isServer } from './issuers.ts';

/**
 * Whether a subject, or a pattern for one, fits no token of GitHub's: one without its `repo:`, a repository
 * that is none, a context that there is not. Subjects that an organization put together itself have other
 * contexts, with a colon in them; those are left alone.
 * Source: https://docs.github.com/actions/reference/openid-connect-reference
 */
export function isNoSubject(value: string, issuer: string): boolean {
  // What was to be filled in is not, or is a variable, of which GitHub's tokens know none.
  if (value.includes('${')) return true;
  // What stands before the first wildcard is all that is sure.
  const [sure = ''] = value.split(/[*?]/);
  const isWhole = sure === value;
  if (!sure.startsWith('repo:')) return value === '' || /^(?:repo\s*:|[^:]*\/|https?:)/i.test(sure);
  const [, repository = '', context] = /^repo:([^:]*)(?::(.*))?$/s.exec(sure) ?? [];
  if (context === undefined) return isWhole && isNoRepository(repository, issuer);
  return isNoRepository(repository, issuer) || isNoContext(context, isWhole);
}

/** Whether a subject names a repository and none of its jobs, as those of an organization do that chose to say no more. */
export function isMissingContext(value: string): boolean {
  return /^repo:[^:*]*$/.test(value);
}

function isNoRepository(text: string, issuer: string): boolean {
  const found = /^[\w-]+(@\w+)?\/[\w.-]+(@\w+)?$/.exec(text);
  if (found === null) return true;
  const ids = found.slice(1).filter((id) => id !== undefined);
  return ids.length === 1 || (ids.length > 0 && isServer(issuer));
}

function isNoContext(context: string, isWhole: boolean): boolean {
  if (isWhole && !context.includes(':')) return context !== 'pull_request';
  if (!context.startsWith('ref:'))
    return /^(?:refs?\/|heads\/|tags\/|branch:|tag:|env:)/.test(context);
  const ref = context.slice('ref:'.length);
  return !ref.startsWith('refs/') && (isWhole || !'refs/'.startsWith(ref));
}
