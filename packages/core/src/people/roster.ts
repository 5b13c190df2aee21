import { type Config, onCallAt, type PersonConfig } from '@sekisho/config';
import type { Person, Role } from '@sekisho/contract';
import { AppError } from '../platform/app-error.ts';
import type { Context } from '../platform/context.ts';

/** The person of this id, as principals and leases bear it; undefined when the roster has none. */
export function personOf(config: Config, id: string): PersonConfig | undefined {
  return config.people.find((person) => person.id === id);
}

/** The same. Errors: `unknown-person`. */
export function needPersonOf(config: Config, id: string): PersonConfig {
  return known(personOf(config, id), id);
}

/**
 * The person whom somebody typed: by id, and where nobody has that id by e-mail, GitHub login or
 * Slack user id; undefined when that is nobody, or several. Never for a principal: one person's
 * login may be another's id.
 */
export function findPerson(config: Config, reference: string): PersonConfig | undefined {
  const wanted = reference.trim().replace(/^@/, '').toLowerCase();
  const byId = config.people.find(({ id }) => id.toLowerCase() === wanted);
  if (byId !== undefined) return byId;
  const named = config.people.filter(({ email, github, slack }) =>
    [email, github, slack?.user].some((name) => name?.toLowerCase() === wanted),
  );
  return named.length === 1 ? named[0] : undefined;
}

/** The same, for input. Errors: `unknown-person`. */
export function needPerson(config: Config, reference: string): PersonConfig {
  return known(findPerson(config, reference), reference);
}

function known(person: PersonConfig | undefined, value: string): PersonConfig {
  if (person === undefined) throw new AppError('unknown-person', { value });
  return person;
}

/** The person behind a principal: an agent (`agent:<owner>`) acts for its owner. */
export function ownerOf(principalId: string): string {
  return principalId.replace(/^agent:/, '');
}

/**
 * The caller's role now: a person's own; of a token or agent, its owner's (an agent's id is
 * `agent:<owner>`), so that leaving the roster ends both. Null when the roster does not know it.
 */
export function roleOf(config: Config, { principal }: Context): Role | null {
  if (principal.kind === 'system') return 'admin';
  // A door that let a job in lets it call what is for jobs, and nothing else.
  if (principal.kind === 'ci') return 'member';
  const owner = ownerOf(principal.id);
  return personOf(config, owner)?.role ?? null;
}

export function isOnCall(config: Config, id: string, at: Date): boolean {
  return onCallAt(config, at) === id;
}

/** Whether a person is meant by `group:…`, `role:…`, `person:…`, `on-call` or `everyone`. */
export function isMeant(config: Config, person: PersonConfig, selector: string, at: Date): boolean {
  if (selector === 'everyone') return true;
  if (selector === 'on-call') return isOnCall(config, person.id, at);
  const [kind, name = ''] = selector.split(':');
  if (kind === 'group') return person.groups.includes(name);
  if (kind === 'role') return person.role === name;
  return kind === 'person' && person.id === name;
}

/**
 * Whether somebody counts as a person of their own, who may approve or break the glass: one whom the
 * directory added may be somebody of the file under another address, who would agree with themselves.
 */
function isTrustedAlone({ directory }: Config, { isAdded }: PersonConfig): boolean {
  return isAdded !== true || directory?.addedMayApprove === true;
}

/** Whether somebody may approve, deny or break the glass by one of the selectors. @see isTrustedAlone */
export function isTrustedBy(
  config: Config,
  person: PersonConfig,
  selectors: readonly string[],
  at: Date,
): boolean {
  if (!isTrustedAlone(config, person)) return false;
  return selectors.some((selector) => isMeant(config, person, selector, at));
}

/** Ids of the people who could agree to something that `requester` asks for: never they themselves, nobody who may only read. */
export function approversMeant(
  config: Config,
  selectors: readonly string[],
  requester: string,
  at: Date,
): string[] {
  return config.people
    .filter(({ id, role }) => id !== requester && role !== 'read-only')
    .filter((person) => isTrustedBy(config, person, selectors, at))
    .map(({ id }) => id);
}

/** A person as doors show one. */
export function personView(config: Config, person: PersonConfig, at: Date): Person {
  const { id, name, email, github, role, language, timeZone } = person;
  return {
    ...{ id, name: { ...name }, email, github, role, language, timeZone },
    groups: [...person.groups],
    onCall: isOnCall(config, id, at),
    ...(person.shadowsOnCall === true ? { shadowsOnCall: true } : {}),
    ...(person.lentGroups?.length ? { lentGroups: [...person.lentGroups] } : {}),
    ...(person.directoryGroups?.length ? { directoryGroups: [...person.directoryGroups] } : {}),
    ...(person.isAdded === true ? { from: 'directory' as const } : {}),
    ...(person.isDeactivated === true ? { deactivated: true } : {}),
  };
}
