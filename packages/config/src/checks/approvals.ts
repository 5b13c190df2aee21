import type { Parts } from '../parts.ts';
import type { Report } from '../problems/problem.ts';
import type { PersonDocument } from '../schema.ts';

/**
 * Finds approvals that nobody could ever get: whoever asks, too few others may agree.
 * Only one person is on call at a time, and people who may only read agree to nothing.
 */
export function checkApprovals(parts: Parts, report: Report): void {
  if (!parts.allPeople) return;
  const people = parts.people.map(({ value }) => value);
  for (const { path, value } of parts.policies) {
    if (value.approval === undefined || value.effect === 'deny') continue;
    const { count, from } = value.approval;
    const requesters = people.filter((person) =>
      value.who.some((who) => couldMean(parts, person, who)),
    );
    const possible = Math.max(
      0,
      ...requesters.map((person) => approvers(parts, people, from, person)),
    );
    if (requesters.length > 0 && possible < count) {
      report('approval-impossible', [...path, 'approval', 'count'], { count, possible });
    }
  }
}

/** Most people other than the requester who could agree at one time. */
function approvers(
  parts: Parts,
  people: readonly PersonDocument[],
  from: readonly string[],
  requester: PersonDocument,
): number {
  const able = people.filter(({ id, role }) => id !== requester.id && role !== 'read-only');
  const steady = able.filter((person) =>
    from.some((who) => who !== 'on-call' && couldMean(parts, person, who)),
  );
  const onCall = able.some(
    (person) =>
      !steady.includes(person) && from.includes('on-call') && couldMean(parts, person, 'on-call'),
  );
  return steady.length + (onCall ? 1 : 0);
}

/** Whether a selector means the person now or, for on-call, at some time. */
function couldMean(parts: Parts, person: PersonDocument, selector: string): boolean {
  const [kind, name = ''] = selector.split(':', 2);
  if (kind === 'everyone') return true;
  if (kind === 'on-call') return parts.onCall?.value.rotation.includes(person.id) ?? false;
  if (kind === 'group') return person.groups.includes(name);
  if (kind === 'role') return person.role === name;
  return person.id === name;
}
