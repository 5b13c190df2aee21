import type { Asked } from './asked.ts';
import { claimOf, isPositive } from './evaluate.ts';
import type { TrustCode } from './finding.ts';

/*
 * Subjects that an organization puts together itself, of claims in an order of its own. Strangers may
 * put theirs together alike.
 * Source: https://docs.github.com/actions/reference/openid-connect-reference, "Customizing the subject claims"
 */

const nextClaim =
  /^[^:]*:(?:ref|workflow|actor|environment|repository|\w+_(?:ref|sha|id|owner|workflow|visibility|environment|attempt|number|name|type)):/;

/** Whether another claim follows what stands behind `environment:`. */
export function hasNextClaim(text: string): boolean {
  return nextClaim.test(text);
}

const claim = /(?:^|:)(\w+):([^:]*)/g;
const ofRepository: ReadonlySet<string> = new Set([
  ...['repo', 'repository', 'repository_id', 'workflow_ref'],
]);
const ofOwner: ReadonlySet<string> = new Set([
  ...['repository_owner', 'repository_owner_id', 'enterprise', 'enterprise_id'],
]);
const anybodys: ReadonlySet<string> = new Set([
  ...['workflow', 'environment', 'ref', 'ref_type', 'context', 'head_ref', 'base_ref'],
  ...['actor', 'actor_id', 'event_name', 'runner_environment', 'repository_visibility'],
  // Anybody may call a workflow that is public.
  'job_workflow_ref',
]);
const known = [...ofRepository, ...ofOwner, ...anybodys];

interface Claim {
  readonly name: string;
  readonly value: string;
}

/** Who comes in by subjects that name no repository, where no other condition does. */
export function reachOfTemplates(asked: Asked): readonly TrustCode[] {
  if (['repository_id', 'repository'].some((one) => asked.pins(one))) return [];
  const reached = asked.conditions
    .filter((one) => claimOf(one) === 'sub' && isPositive(one))
    .map(({ values }) => values.flatMap(reachOf));
  // Each condition must hold: who comes in by one of them alone does not.
  if (reached.length === 0 || reached.some((codes) => codes.length === 0)) return [];
  const isOwners = isOfOwner(asked) || reached.some((codes) => !codes.includes('any-repository'));
  return [isOwners ? 'any-repository-of-owner' : 'any-repository'];
}

function isOfOwner(asked: Asked): boolean {
  const repositories = asked.wanted('repository');
  if (repositories.length > 0 && repositories.every(namesOwner)) return true;
  return asked.pins('enterprise_id');
}

/** What begins with `repo:` is looked for letter by letter, not here. */
function reachOf(subject: string): readonly TrustCode[] {
  const [, first = '', sign = ''] = /^(\w*)([:*?]?)/.exec(subject.toLowerCase()) ?? [];
  if (sign === '' || (first === 'repo' && sign === ':')) return [];
  if (sign !== ':' && !known.some((name) => name.startsWith(first))) return [];
  const claims = [...subject.matchAll(claim)].map(
    ([, name = '', value = '']): Claim => ({ name: name.toLowerCase(), value }),
  );
  if (claims.some(pinsRepository)) return [];
  if (claims.some(pinsOwner)) return ['any-repository-of-owner'];
  return claims.every(({ name }) => known.includes(name)) ? ['any-repository'] : [];
}

function pinsRepository({ name, value }: Claim): boolean {
  if (name === 'workflow_ref') return /^[^*?/]+\/[^*?/]+\//.test(value);
  return ofRepository.has(name) && !isOpen(value);
}

function pinsOwner({ name, value }: Claim): boolean {
  return ofRepository.has(name) ? namesOwner(value) : ofOwner.has(name) && !isOpen(value);
}

function namesOwner(repository: string): boolean {
  return /^[^*?/]+\//.test(repository);
}

function isOpen(text: string): boolean {
  return text === '' || /[*?]/.test(text);
}
