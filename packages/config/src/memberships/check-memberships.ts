import type { Part, Parts } from '../parts.ts';
import { formatPath, type Path, type Report } from '../problems/problem.ts';
import { secondsOf } from '../spans.ts';
import type { MembershipDocument } from './schema.ts';

type Membership = Parts['memberships'][number];

/** What a membership grants exists, and ends with one membership alone. */
export function checkMemberships(parts: Parts, report: Report): void {
  for (const membership of parts.memberships) {
    checkTerm(membership, report);
    checkSets(parts, membership, report);
    checkChecklist(membership, report);
    const { path, value } = membership;
    if (value.onCall !== undefined && !parts.names.rota) report('no-rota', [...path, 'onCall'], {});
    if (value.slackUserGroups.length > 0 && parts.slack === null)
      report('user-group-without-slack', [...path, 'slackUserGroups'], {});
  }
  checkUserGroups(parts.memberships, report);
}

function checkTerm({ path, value }: Part<MembershipDocument>, report: Report): void {
  if (secondsOf(value.default) > secondsOf(value.maximum)) {
    const facts = { value: value.default, maximum: value.maximum };
    report('default-over-maximum', [...path, 'default'], facts);
  }
}

function checkSets(
  { accounts, sets, center }: Parts,
  { path, value }: Membership,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const [index, { account, set }] of value.permissionSets.entries()) {
    const at = [...path, 'permissionSets', index];
    const key = `${account} ${set}`;
    if (seen.has(key)) report('duplicate-value', at, { value: key });
    seen.add(key);
    const known = sets.get(account);
    if (known === undefined)
      report('unknown-account', [...at, 'account'], {
        value: account,
        known: [...accounts.keys()],
      });
    else if (!known.includes(set))
      report('unknown-permission-set', [...at, 'set'], { value: set, account, known });
  }
  if (value.permissionSets.length > 0 && !center)
    report('membership-without-center', [...path, 'permissionSets'], {});
}

function checkChecklist({ path, value }: Membership, report: Report): void {
  const first = new Map<string, Path>();
  for (const [index, { id }] of value.checklist.entries()) {
    const at = [...path, 'checklist', index];
    const other = first.get(id);
    if (other === undefined) first.set(id, at);
    else report('duplicate-id', [...at, 'id'], { value: id, first: formatPath(other) });
  }
}

/** One membership must not take somebody out of what another one put them into. */
function checkUserGroups(memberships: readonly Membership[], report: Report): void {
  const first = new Map<string, string>();
  for (const { name, path, value } of memberships) {
    for (const [index, userGroup] of value.slackUserGroups.entries()) {
      const at = [...path, 'slackUserGroups', index];
      const other = first.get(userGroup);
      if (other === undefined) first.set(userGroup, name);
      else if (other === name) report('duplicate-value', at, { value: userGroup });
      else report('user-group-taken', at, { value: userGroup, other });
    }
  }
}
