import type { AnyLease, VerbName } from '@sekisho/contract';

export type Kind = AnyLease['kind'];

/** What one says in place of the group of verbs about AWS access. */
export const accessGroups: ReadonlySet<string> = new Set(['access', 'アクセス', 'aws']);

/** What one says in place of the group of verbs about joining a team. */
export const joinGroups: ReadonlySet<string> = new Set(['join', '参加', 'membership']);

/** Verbs whose input begins with a lease. */
export const aboutLease: ReadonlySet<VerbName> = new Set<VerbName>([
  'lease.show',
  'ops.connect',
  'ops.forward',
  'ops.extend',
  'ops.hold',
  'ops.handover',
  'ops.replace',
  'ops.stop',
  'lease.approve',
  'lease.deny',
  'lease.withdraw',
  'lease.review',
  'membership.check',
  'membership.journal',
  'membership.show',
]);

/** Words before the verb: which kind it is about, null for every kind. */
export function groupOf(word: string): { readonly kind: Kind | null } | null {
  if (accessGroups.has(word)) return { kind: 'permission-set' };
  if (joinGroups.has(word)) return { kind: 'membership' };
  if (word === 'ops') return { kind: 'ops-server' };
  return word === 'lease' ? { kind: null } : null;
}

const everyKind: readonly Kind[] = ['ops-server', 'permission-set', 'ci-role', 'membership'];
const servers: readonly Kind[] = ['ops-server'];
const memberships: readonly Kind[] = ['membership'];

/** What only some kinds can. */
const kindsOf: Partial<Readonly<Record<VerbName, readonly Kind[]>>> = {
  'ops.connect': servers,
  'ops.forward': servers,
  'ops.hold': servers,
  'ops.handover': servers,
  'ops.replace': servers,
  'membership.check': memberships,
  'membership.journal': memberships,
  'membership.show': memberships,
};

/** A term of months is neither ended nor prolonged by a word that does not name it; nor access by one for servers. */
const unsaid: Partial<Readonly<Record<VerbName, readonly Kind[]>>> = {
  'ops.stop': ['ops-server', 'ci-role'],
  'ops.extend': ['ops-server', 'permission-set', 'ci-role'],
};

/** Kinds of lease that a command without an id may mean. @param said the kind it named; null for none */
export function kindsMeant(verb: VerbName, said: Kind | null): readonly Kind[] {
  const all = kindsOf[verb] ?? everyKind;
  return said === null ? (unsaid[verb] ?? all) : all.filter((kind) => kind === said);
}
