import type { AccessLease, Lease, PossibleAccess } from '@sekisho/contract';
import { isFinal } from '@sekisho/contract/states';
import { stateName } from '@sekisho/words/leases';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { cleanLine } from '../print/clean.ts';
import { say } from '../sentences/say.ts';
import { type Call, callerOf } from '../server/call.ts';
import { findServer, type Server } from '../server/find-server.ts';
import { followLease } from '../wait/follow-lease.ts';
import { progressOn } from '../wait/progress.ts';
import type { Errand } from './errand.ts';

/** Why the person may have the set now. */
export interface Loan {
  /** When it ends, milliseconds since the epoch; null for standing access. */
  readonly until: number | null;
}

const standing: Loan = { until: null };

/** What of an errand this is about. */
type Asking = Pick<Errand, 'host' | 'screen' | 'options' | 'profile'>;

/**
 * Sees to it that the person has the permission set: by standing access, by the lease that they have
 * or have asked for, or by one that is asked for now; waits until it is active.
 * Errors: `Failure` when it is refused, denied or not answered, when nobody says why it is needed, or
 * when the server does not answer.
 */
export async function borrow(errand: Asking): Promise<Loan> {
  const { host, options, profile } = errand;
  if (profile.standing || options['lease'] === false) return standing;
  const server = findServer(host, options);
  const call = callerOf(host, server);
  const possible = await call('access.could', { account: profile.accountId });
  const row = possible.find((one) => isThis(errand, one));
  if (row?.has === 'standing') return standing;
  const asked =
    row === undefined || row.lease === null ? null : await call('access.show', { id: row.lease });
  const lease = asked === null || startsLater(host, asked) ? await request(errand, call) : asked;
  const active = await untilActive(errand, { server, call }, lease);
  return { until: active.deadline === null ? null : Date.parse(active.deadline) };
}

function isThis({ profile }: Asking, { account, permissionSet }: PossibleAccess): boolean {
  return account === profile.accountId && permissionSet === profile.permissionSet;
}

/** Servers of before name a lease that only starts in days, too: whoever calls wants it now. */
function startsLater({ now }: Pick<Host, 'now'>, { state, startsAt }: AccessLease): boolean {
  const isGranted = state !== 'requested' && state !== 'approved';
  return !isGranted && startsAt !== null && Date.parse(startsAt) > now();
}

async function request(errand: Asking, call: Call): Promise<AccessLease> {
  const { host, options, profile } = errand;
  const reason = await reasonOf(errand);
  const span = options['for'] as string | undefined;
  const input = {
    permissionSet: profile.permissionSet,
    account: profile.accountId,
    reason,
    ...(span === undefined ? {} : { for: span }),
  };
  return call('access.request', input, options.idempotencyKey ?? host.newKey());
}

/** Nobody lends anything without being told why. */
async function reasonOf({ host, screen, options, profile }: Asking): Promise<string> {
  const given = (options['reason'] as string | undefined) ?? host.env['SEKISHO_REASON'] ?? '';
  if (given.trim() !== '') return given;
  const facts = { set: profile.permissionSet, account: profile.accountName };
  const typed = await screen.terminal?.ask(`${say(host, 'aws-why', facts)} `, false);
  if (typed !== undefined && typed !== null && typed.trim() !== '') return typed;
  throw new Failure('bad-input', say(host, 'aws-no-reason', facts));
}

async function untilActive(
  errand: Asking,
  { server, call }: { readonly server: Server; readonly call: Call },
  first: AccessLease,
): Promise<AccessLease> {
  const { host, options } = errand;
  if (first.state === 'active') return first;
  if (first.state === 'requested') await tellWhere(errand, server, first);
  const progress = progressOn(host, options);
  const following = { server, call, progress, goal: 'active', timeout: null } as const;
  const { lease } = await followLease(host, following, first).finally(() => progress.end());
  if (isFinal(lease.state)) throw notLent(errand, lease);
  return call('access.show', { id: lease.id });
}

async function tellWhere({ host }: Asking, { url }: Server, lease: AccessLease): Promise<void> {
  const people = lease.approval.people.join(', ');
  const facts = {
    id: lease.id,
    set: lease.permissionSet,
    account: lease.accountName,
    url: `${url}/leases/${encodeURIComponent(lease.id)}`,
  };
  const asked = cleanLine(say(host, 'aws-asked', facts));
  const who = people === '' ? '' : `${cleanLine(say(host, 'aws-approvers', { people }))}\n`;
  await host.stderr.write(`${asked}\n${who}`);
}

function notLent({ host }: Asking, { id, state, stuck }: Lease): Failure {
  const facts = { id, state: stateName(state, host.language, stuck) };
  return new Failure(
    'refused',
    say(host, state === 'denied' ? 'was-denied' : 'aws-not-lent', facts),
  );
}
