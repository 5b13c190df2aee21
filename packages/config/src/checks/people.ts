import type { Identity, Parts } from '../parts.ts';
import { formatPath, type Report } from '../problems/problem.ts';

/** Ids, Slack users, GitHub logins and addresses belong to one person each; the rota names people. */
export function checkPeople(parts: Parts, report: Report): void {
  const first = new Map<string, Identity>();
  for (const identity of parts.identities) {
    const key = `${identity.kind} ${identity.value.toLowerCase()}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, identity);
    else reportTwice(identity, other, report);
  }
  checkRota(parts, report);
}

function reportTwice({ kind, path, value }: Identity, other: Identity, report: Report): void {
  if (kind === 'id') {
    report('duplicate-id', path, { value, first: formatPath(other.path.slice(0, -1)) });
  } else {
    report('duplicate-identity', path, { kind, value, other: other.owner });
  }
}

function checkRota({ onCall, names }: Parts, report: Report): void {
  const seen = new Set<string>();
  for (const [index, id] of (onCall?.value.rotation ?? []).entries()) {
    const path = ['onCall', 'rotation', index];
    if (!names.people.includes(id))
      report('unknown-person', path, { value: id, known: names.people });
    else if (seen.has(id)) report('duplicate-value', path, { value: id });
    seen.add(id);
  }
}
