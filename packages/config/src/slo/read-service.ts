import type { DocumentOf } from '@sekisho/objectives/openslo';
import { selector } from '../schema-fields.ts';
import type { ServiceConfig } from '../slo-config.ts';
import { annotationOf, badAnnotation } from './annotations.ts';
import type { Findings } from './findings.ts';
import type { House } from './house.ts';

const like = '"group:shop, person:mika"';
const path = ['metadata', 'annotations', 'sekisho.dev/owners'];

/**
 * Reads a service and who owns it.
 * @param house null when sekisho.yaml cannot be read: then nobody knows who is there
 */
export function readService(
  document: DocumentOf<'Service'>,
  house: House | null,
  findings: Findings,
): ServiceConfig {
  const { name, displayName } = document.metadata;
  const owners = ownersOf(document, house, findings);
  const repositories = repositoriesOf(document, findings);
  if (repositories.length > 0 && house !== null && !house.github)
    warnUnheard(document, repositories, findings);
  return { name, displayName: displayName ?? null, owners, repositories };
}

function ownersOf(
  document: DocumentOf<'Service'>,
  house: House | null,
  findings: Findings,
): readonly string[] {
  const text = annotationOf(document, 'owners');
  if (text === undefined) {
    const facts = { service: document.metadata.name };
    findings.warning(document, ['metadata'], 'service-unowned', facts);
    return [];
  }
  const owners = text.split(',').map((one) => one.trim());
  if (owners.some((owner) => !selector.safeParse(owner).success)) {
    badAnnotation(document, 'owners', like, findings);
    return [];
  }
  if (house !== null) for (const owner of owners) checkOwner(document, owner, house, findings);
  return [...new Set(owners)];
}

/** Source of the shape: what GitHub lets people call an owner and a repository. */
const repository = /^[a-z\d](?:[a-z\d-]{0,38})\/[\w.-]{1,100}$/i;

function repositoriesOf(document: DocumentOf<'Service'>, findings: Findings): readonly string[] {
  const text = annotationOf(document, 'repositories');
  if (text === undefined) return [];
  const names = text.split(',').map((one) => one.trim());
  if (names.every((name) => repository.test(name)))
    return [...new Set(names.map((name) => name.toLowerCase()))];
  badAnnotation(document, 'repositories', '"example/shop, example/web"', findings);
  return [];
}

/** Whoever named repositories waits for a status that nobody sets. */
function warnUnheard(
  document: DocumentOf<'Service'>,
  repositories: readonly string[],
  { warning }: Findings,
): void {
  const facts = { service: document.metadata.name, repositories };
  const at = ['metadata', 'annotations', 'sekisho.dev/repositories'];
  warning(document, at, 'repositories-unheard', facts);
}

/** Reports an owner that nobody fits. */
function checkOwner(
  document: DocumentOf<'Service'>,
  owner: string,
  { people, groups, rota, roles }: House,
  { problem }: Findings,
): void {
  const [kind, value = ''] = owner.split(':', 2);
  if (kind === 'group' && !groups.includes(value))
    problem(document, path, 'unknown-group', { value, known: groups });
  if (kind === 'person' && !people.includes(value))
    problem(document, path, 'unknown-person', { value, known: people });
  if (kind === 'on-call' && !rota) problem(document, path, 'no-rota', {});
  if (kind === 'role' && roles !== null && !roles.includes(value))
    problem(document, path, 'role-nobody-has', { role: value });
}
