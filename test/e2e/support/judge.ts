import type { InputOf, OpsLease, OutputOf, VerbName } from '@sekisho/contract';
import { inject, vi } from 'vitest';
import { callVerb } from './call-verb.ts';

/** Calls a verb over HTTP as somebody, past every page. Errors: the problem that was answered. */
export function call<Name extends VerbName>(
  hat: string,
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  return callVerb(inject('practice'), hat, name, input);
}

/** What practice AWS says of an instance, told by itself and not by Sekisho. */
export interface JudgedInstance {
  readonly id: string;
  readonly state: string;
  readonly account: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Every instance that practice AWS has, or had lately. */
export async function instances(): Promise<JudgedInstance[]> {
  const response = await fetch(`${inject('practice').awsUrl}/_practice/state`);
  const state = (await response.json()) as { instances: JudgedInstance[] };
  return state.instances;
}

/** The instances that practice AWS has for a lease, by their tag. */
export async function instancesOf(lease: string): Promise<JudgedInstance[]> {
  return (await instances()).filter(({ tags }) => tags['sekisho:lease'] === lease);
}

/** Waits until a lease is in a state, and answers it. */
export function until(id: string, state: OpsLease['state']): Promise<OpsLease> {
  const look = async () => {
    const lease = await call('sre', 'ops.show', { id });
    if (lease.state !== state) throw new Error(`${id} is ${lease.state} and not ${state}.`);
    return lease;
  };
  return vi.waitFor(look, { timeout: 90_000, interval: 250 });
}

/** Waits until something is asked for with this reason, which no other test uses, and answers it. */
export function untilAsked(reason: string): Promise<OpsLease> {
  const look = async () => {
    const lease = (await call('sre', 'ops.list', {})).find((one) => one.reason === reason);
    if (lease === undefined) throw new Error(`Nobody asked for anything with “${reason}”.`);
    return lease;
  };
  return vi.waitFor(look, { timeout: 60_000, interval: 250 });
}

/** Waits until the logs of practice are written, seen twice, and counted as far as an SLO has a budget. */
export async function untilCounted(id: string): Promise<void> {
  const look = async () => {
    const { budget } = await call('sre', 'slo.show', { id });
    if (budget === null) throw new Error(`${id} has no budget yet.`);
  };
  await vi.waitFor(look, { timeout: 280_000, interval: 250 });
}

/** Gives a lease to somebody and waits until its server runs. */
export async function lend(hat: string, input: InputOf<'ops.start'>): Promise<OpsLease> {
  const { id } = await call(hat, 'ops.start', input);
  return until(id, 'active');
}

/** Ends whatever is still lent or asked for and waits for it, so that the next file begins with a quiet house. */
export async function clearHouse(): Promise<void> {
  // A test that failed after stopping everything must not take the next file with it.
  const { stopped } = await call('sre', 'people.me', {});
  if (stopped !== null) await call('sre', 'lease.resume', { reason: 'left stopped by a test' });
  for (const { id, requester } of await call('sre', 'ops.list', {})) {
    // It may be on its way to the next state: then the other verb is the right one.
    await call(requester, 'lease.withdraw', { id })
      .catch(() => call('sre', 'ops.stop', { id }))
      .catch(() => undefined);
  }
  const look = async () => {
    const open = await call('sre', 'ops.list', {});
    if (open.length > 0) throw new Error(`Still open: ${open.map(({ id }) => id).join(', ')}.`);
  };
  await vi.waitFor(look, { timeout: 120_000, interval: 250 });
}
