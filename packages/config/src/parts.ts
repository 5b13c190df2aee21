import type { z } from 'zod';
import { type CiDocument, ciSchema } from './ci/schema.ts';
import { type MembershipDocument, membershipSchema } from './memberships/schema.ts';
import type { Path } from './problems/problem.ts';
import {
  type EnvironmentDocument,
  environmentSchema,
  type LeasesDocument,
  type LoginDocument,
  leasesSchema,
  loginSchema,
  type OnCallDocument,
  onCallSchema,
  type PersonDocument,
  type PolicyDocument,
  personSchema,
  policySchema,
  type SlackDocument,
  slackSchema,
} from './schema.ts';

/** A part of the document that is well formed by itself, and where it stands. */
export interface Part<Value> {
  readonly path: Path;
  readonly value: Value;
}

/** The well-formed parts of a document, so that one typing mistake does not hide what else is wrong. */
export interface Parts {
  readonly people: readonly Part<PersonDocument>[];
  readonly environments: readonly (Part<EnvironmentDocument> & { readonly name: string })[];
  readonly policies: readonly Part<PolicyDocument>[];
  readonly onCall: Part<OnCallDocument> | null;
  readonly leases: Part<LeasesDocument> | null;
  readonly slack: Part<SlackDocument> | null;
  readonly login: Part<LoginDocument> | null;
  readonly ci: Part<CiDocument> | null;
  readonly memberships: readonly (Part<MembershipDocument> & { readonly name: string })[];
  /** Names of permission sets by the names of the account map. */
  readonly sets: ReadonlyMap<string, readonly string[]>;
  /** Whether it is said from which account Identity Center is administered. */
  readonly center: boolean;
  /** Ids by the names of the account map; null of one whose id cannot be read. */
  readonly accounts: ReadonlyMap<string, string | null>;
  /** Where people open the console, as written; null when nothing is. */
  readonly url: string | null;
  /** Whether anything is said of GitHub. */
  readonly github: boolean;
  /** Every name that is written anywhere, also in parts with mistakes: references to them are not unknown. */
  readonly names: {
    readonly people: readonly string[];
    readonly groups: readonly string[];
    readonly environments: readonly string[];
    /** Of the account map. */
    readonly accounts: readonly string[];
    /** Teams that can be joined. */
    readonly memberships: readonly string[];
    /** Of `ci`. */
    readonly repositories: readonly string[];
    readonly purposes: readonly string[];
    readonly rota: boolean;
  };
  /** What identifies people, also of those with mistakes elsewhere. */
  readonly identities: readonly Identity[];
  /** No person was left out for a mistake, so that it is known who could agree to what. */
  readonly allPeople: boolean;
}

/** Something that one person only may have. */
export interface Identity {
  readonly kind: 'id' | 'slack' | 'github' | 'email' | 'oidc';
  readonly path: Path;
  readonly value: string;
  /** Id of the person, or an empty string. */
  readonly owner: string;
}

/** Takes a document apart. */
export function takeApart(raw: unknown): Parts {
  const root = recordOf(raw);
  const people = listOf(root.people);
  const environments = recordOf(root.environments);
  const readPeople = parts(people, 'people', personSchema);
  return {
    people: readPeople,
    environments: named(root.environments, 'environments', environmentSchema),
    memberships: named(root.memberships, 'memberships', membershipSchema),
    sets: new Map(
      Object.entries(recordOf(root.accounts)).map(([name, one]) => [name, setNames(one)]),
    ),
    center: recordOf(root.identityCenter).account !== undefined,
    policies: parts(listOf(root.policies), 'policies', policySchema),
    onCall: part(root.onCall, ['onCall'], onCallSchema)[0] ?? null,
    leases: part(root.leases, ['leases'], leasesSchema)[0] ?? null,
    slack: part(root.slack, ['slack'], slackSchema)[0] ?? null,
    login: part(root.login, ['login'], loginSchema)[0] ?? null,
    ci: part(root.ci, ['ci'], ciSchema)[0] ?? null,
    accounts: new Map(
      Object.entries(recordOf(root.accounts)).map(([name, one]) => [
        name,
        strings([recordOf(one).id])[0] ?? null,
      ]),
    ),
    url: strings([root.url])[0] ?? null,
    github: root.github !== undefined && root.github !== null,
    names: {
      people: unique(people.flatMap((person) => strings([recordOf(person).id]))),
      groups: unique([
        ...people.flatMap((person) => strings(listOf(recordOf(person).groups))),
        ...strings(Object.values(recordOf(root.memberships)).map((one) => recordOf(one).group)),
        ...strings(Object.values(recordOf(recordOf(root.directory).groups))),
      ]),
      environments: Object.keys(environments),
      accounts: Object.keys(recordOf(root.accounts)),
      memberships: Object.keys(recordOf(root.memberships)),
      repositories: Object.keys(recordOf(recordOf(root.ci).repositories)),
      purposes: unique(
        Object.values(recordOf(recordOf(root.ci).repositories)).flatMap((one) =>
          Object.keys(recordOf(recordOf(one).purposes)),
        ),
      ),
      rota: root.onCall !== undefined && root.onCall !== null,
    },
    identities: people.flatMap(identitiesOf),
    allPeople: readPeople.length === people.length,
  };
}

function identitiesOf(value: unknown, index: number): Identity[] {
  const person = recordOf(value);
  const slack = recordOf(person.slack);
  const oidc = recordOf(person.oidc);
  const owner = strings([person.id])[0] ?? '';
  const found = (kind: Identity['kind'], keys: readonly string[], values: readonly unknown[]) =>
    values.every((one) => typeof one === 'string')
      ? [{ kind, path: ['people', index, ...keys], value: values.join(' '), owner }]
      : [];
  return [
    ...found('id', ['id'], [person.id]),
    ...found('slack', ['slack', 'user'], [slack.team, slack.user]),
    ...found('github', ['github'], [person.github]),
    ...found('email', ['email'], [person.email]),
    ...found('oidc', ['oidc', 'subject'], [oidc.issuer, oidc.subject]),
  ];
}

function parts<Schema extends z.ZodType>(
  values: readonly unknown[],
  key: string,
  schema: Schema,
): Part<z.output<Schema>>[] {
  return values.flatMap((value, index) => part(value, [key, index], schema));
}

function named<Schema extends z.ZodType>(
  values: unknown,
  key: string,
  schema: Schema,
): (Part<z.output<Schema>> & { readonly name: string })[] {
  return Object.entries(recordOf(values)).flatMap(([name, value]) =>
    part(value, [key, name], schema).map((found) => ({ ...found, name })),
  );
}

function setNames(account: unknown): string[] {
  const sets = listOf(recordOf(account).permissionSets);
  return strings(sets.map((set) => (typeof set === 'string' ? set : recordOf(set).name)));
}

function part<Schema extends z.ZodType>(
  value: unknown,
  path: Path,
  schema: Schema,
): Part<z.output<Schema>>[] {
  const read = schema.safeParse(value);
  return read.success ? [{ path, value: read.data }] : [];
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function strings(values: readonly unknown[]): string[] {
  return values.filter((value) => typeof value === 'string');
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
