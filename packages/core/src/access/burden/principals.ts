import type { LentSet } from '@sekisho/config';
import type { BurdenSet, OutputOf } from '@sekisho/contract';
import { isStanding } from '../baseline.ts';
import type { Assignment } from '../cloud.ts';
import { personOfUser } from '../drift/explained.ts';
import { lentOfLease } from '../frozen.ts';
import type { Facts } from './facts.ts';

type Principal = BurdenSet['standing'][number];

/** Who has a set by an assignment that is no lease's; null for a group that only holds whom it is lent to. */
export function principalOf(
  facts: Facts,
  set: LentSet | undefined,
  { principal: { kind, id } }: Assignment,
): Principal | null {
  if (kind === 'user') {
    const person = personOfUser(facts.people, facts.users, id);
    const declared = set !== undefined && person !== undefined && isStanding(set, person);
    const name = facts.users.find(({ userId }) => userId === id)?.userName ?? id;
    return { kind, name, people: [personName(facts, id)], declared };
  }
  const name = facts.groups.find(({ groupId }) => groupId === id)?.name ?? id;
  const people = membersWithoutLease(facts, id).map((userId) => personName(facts, userId));
  if (set?.viaGroup === name && people.length === 0) return null;
  return { kind, name, people, declared: set?.standingGroups.includes(name) ?? false };
}

/** People with strong sets that no lease gave them, those with the most first. */
export function peopleWithStrong(
  facts: Facts,
  sets: readonly BurdenSet[],
): OutputOf<'access.burden'>['people'] {
  const has = new Map<string, OutputOf<'access.burden'>['people'][number]['sets']>();
  for (const { strong, standing, accountName, permissionSet } of sets) {
    if (strong === null) continue;
    for (const { kind, name, people } of standing) {
      const group = kind === 'group' ? name : null;
      for (const person of people)
        has.set(person, [...(has.get(person) ?? []), { accountName, permissionSet, group }]);
    }
  }
  const known = new Set(facts.people.map(({ id }) => id));
  return [...has]
    .map(([person, held]) => ({ person, known: known.has(person), sets: held }))
    .sort((a, b) => b.sets.length - a.sets.length || (a.person < b.person ? -1 : 1));
}

function membersWithoutLease({ members, leases }: Facts, groupId: string): string[] {
  const lent = leases
    .filter(({ granted_at: granted }) => granted !== null)
    .map(lentOfLease)
    .filter(({ group }) => group?.id === groupId)
    .map(({ userId }) => userId);
  return (members.get(groupId) ?? []).filter((userId) => !lent.includes(userId));
}

function personName({ people, users }: Facts, userId: string): string {
  const person = personOfUser(people, users, userId)?.id;
  return person ?? users.find((each) => each.userId === userId)?.userName ?? userId;
}
