import type { Asked } from './asked.ts';
import type { TrustCode } from './finding.ts';

/*
 * Subjects that an organization puts together itself, of claims in an order of its own. Strangers may
 * put theirs together alike.
 * Source: https://docs.github.com/actions/reference/openid-connect-reference, "Customizing the subject claims"
 */

const nextClaim =
  /^[^:]*:(?:ref|workflow|actor|environment|repository|(?:\w+_)+(?:ref|sha|id|owner|workflow|visibility|environment|attempt|number|name|type)):/;

/** Whether another claim follows what stands behind `environment:`. */
export function hasNextClaim(text: string): boolean {
  return nextClaim.test(text);
}

const claim = /(?:^|:)(\w+):/g;
const ofRepository: ReadonlySet<string> = new Set(['repo', 'repository', 'repository_id']);
const ofOwner: ReadonlySet<string> = new Set(['repository_owner', 'repository_owner_id']);
const anybodys: ReadonlySet<string> = new Set([
  ...['workflow', 'environment', 'ref', 'ref_type', 'context', 'head_ref', 'base_ref'],
  ...['actor', 'actor_id', 'event_name', 'runner_environment'],
]);

/** Who comes in by subjects that name no repository, where no other condition does. */
export function reachOfTemplates(asked: Asked): readonly TrustCode[] {
  if (['repository_id', 'repository'].some((one) => asked.wanted(one).length > 0)) return [];
  return asked.wanted('sub').flatMap((subject) => {
    const claims = [...subject.matchAll(claim)].map(([, name = '']) => name);
    if (claims.length === 0 || claims.some((name) => ofRepository.has(name))) return [];
    if (claims.some((name) => ofOwner.has(name))) return ['any-repository-of-owner'] as const;
    return claims.every((name) => anybodys.has(name)) ? (['any-repository'] as const) : [];
  });
}
