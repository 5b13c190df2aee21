import { CloudError, type PolicyNames, type SessionPolicy } from '@sekisho/core/cloud';
import type { Connection } from '../../connection.ts';
import { attachPolicy, detachPolicy, targetsOf } from './attach.ts';
import { createPolicy, deletePolicy, updatePolicy } from './change.ts';
import { isMarked, listPolicies, type NamedPolicy, readDocument } from './find.ts';

/** Policies of an installation, one for each account. */
export interface Ours extends PolicyNames {
  readonly installation: string;
}

/** Every policy that bears both our name and our mark. */
export async function sessionPolicies(at: Connection, ours: Ours): Promise<SessionPolicy[]> {
  const found: SessionPolicy[] = [];
  for (const { id, name } of await listPolicies(at)) {
    const account = accountIn(name, ours);
    if (account === null || !(await isMarked(at, id, ours.installation))) continue;
    const [document, targets] = await Promise.all([readDocument(at, id), targetsOf(at, id)]);
    found.push({ account, document, attached: targets.includes(account) });
  }
  return found;
}

/** Makes the account's policy say this and be attached, from whatever an earlier try left behind. */
export async function denySessions(
  at: Connection,
  ours: Ours,
  { account, document }: { readonly account: string; readonly document: string },
): Promise<void> {
  const { installation } = ours;
  const found = await findOurs(at, ours, account);
  if (found === null) {
    const id = await createPolicy(at, { name: nameOf(ours, account), document, installation });
    return attachPolicy(at, id, account);
  }
  // A policy that cannot be attached is not written over and over.
  if ((await readDocument(at, found.id)) !== document) await updatePolicy(at, found.id, document);
  const targets = await targetsOf(at, found.id);
  if (!targets.includes(account)) await attachPolicy(at, found.id, account);
}

/** Detaches the account's policy from everything, and deletes it. */
export async function allowSessions(at: Connection, ours: Ours, account: string): Promise<void> {
  const found = await findOurs(at, ours, account);
  if (found === null) return;
  for (const target of await targetsOf(at, found.id)) await detachPolicy(at, found.id, target);
  await deletePolicy(at, found.id);
}

/** Errors: `denied` when somebody else's policy bears the name. */
async function findOurs(at: Connection, ours: Ours, account: string): Promise<NamedPolicy | null> {
  const wanted = nameOf(ours, account);
  const found = (await listPolicies(at)).find(({ name }) => name === wanted);
  if (found === undefined) return null;
  if (await isMarked(at, found.id, ours.installation)) return found;
  throw new CloudError('denied', 'ForeignPolicy', `${wanted} does not bear our mark`);
}

function nameOf({ beginning }: Ours, account: string): string {
  return `${beginning}-${account}`;
}

function accountIn(name: string, { beginning }: Ours): string | null {
  if (!name.startsWith(`${beginning}-`)) return null;
  const rest = name.slice(beginning.length + 1);
  return /^\d{12}$/.test(rest) ? rest : null;
}
