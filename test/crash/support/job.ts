import type { OpsLease } from '@sekisho/contract';
import type { Installation } from './installation.ts';
import { until } from './until.ts';

/** The phases of a server's life, each ended when the world is as its commands say. */
export const phases = ['launch', 'adjust', 'end', 'expire'] as const;
export type Phase = (typeof phases)[number];

/** A lease on its way through the phases. */
export interface Job {
  readonly environment: 'staging' | 'production' | 'sandbox';
  readonly requester: string;
  readonly receiver: string;
  /** The phases that it lives through. */
  readonly phases: readonly Phase[];
  id: string;
}

/** A lease that nobody need approve, one that somebody must, and one that ends at its deadline. */
export function newJobs(): Job[] {
  const full = ['launch', 'adjust', 'end'] as const;
  return [
    { environment: 'staging', requester: 'sre2', receiver: 'engineer', phases: full, id: '' },
    { environment: 'production', requester: 'engineer', receiver: 'sre', phases: full, id: '' },
    { environment: 'sandbox', requester: 'sre', receiver: 'sre', phases: ['expire'], id: '' },
  ];
}

/** Gives a phase's commands for every job and waits until each is done in AWS as well. */
export async function live(house: Installation, phase: Phase, jobs: readonly Job[]): Promise<void> {
  const living = jobs.filter((job) => job.phases.includes(phase));
  await Promise.all(living.map((job) => steps[phase](house, job)));
}

const steps: Readonly<Record<Phase, (house: Installation, job: Job) => Promise<void>>> = {
  launch,
  adjust,
  end,
  expire,
};

async function launch(house: Installation, job: Job): Promise<void> {
  const { environment, requester } = job;
  const ask = { environment, for: '30m', reason: 'look at the slow query' };
  job.id = (await house.caller.as(requester, 'ops.start', ask)).id;
  if (environment === 'production') {
    // Not who will receive it: nobody approves for himself.
    await house.caller.as('sre2', 'lease.approve', { id: job.id });
  }
  const lease = await untilLease(house, job, ({ state }) => state === 'active');
  // The hard maximum is shortened at ready; the launch is over when the server's tag says so too.
  const shortened = lease.hardMaximum?.replace(/\.\d+Z$/, 'Z');
  await until(`${job.id} to bear its hard maximum`, async () => {
    const [now] = await house.sky.livingOf(job.id);
    return now?.tags['sekisho:hard-maximum'] === shortened ? true : null;
  });
}

async function adjust(house: Installation, job: Job): Promise<void> {
  const { id, requester, receiver } = job;
  const [instance] = await house.sky.livingOf(id);
  if (instance === undefined) throw new Error(`${id} has no server to adjust`);
  await house.sky.act('open-session', instance.id);
  await house.caller.as(requester, 'ops.extend', { id, by: '10m' });
  await house.caller.as(requester, 'ops.handover', { id, to: receiver });
  await until(`${id} to be ${receiver}'s alone`, async () => {
    const [now] = await house.sky.livingOf(id);
    const sessions = await house.sky.sessionsOn(instance.id);
    return now?.tags['sekisho:holder'] === receiver && sessions.length === 0 ? true : null;
  });
}

async function end(house: Installation, job: Job): Promise<void> {
  await house.caller.as(job.receiver, 'ops.stop', { id: job.id });
  await untilClosed(house, job);
}

async function expire(house: Installation, job: Job): Promise<void> {
  const ask = { environment: job.environment, for: '3s', reason: 'a very quick look' };
  job.id = (await house.caller.as(job.requester, 'ops.start', ask)).id;
  await untilClosed(house, job);
}

async function untilClosed(house: Installation, job: Job): Promise<void> {
  await untilLease(house, job, ({ state }) => state === 'ended');
  await until(`the switch of ${job.id} to be taken away`, async () =>
    (await house.sky.isArmed(job.id)) ? null : true,
  );
}

/** Waits until a lease is as wanted, and answers with it. */
export function untilLease(
  house: Pick<Installation, 'caller'>,
  { id }: Pick<Job, 'id'>,
  wanted: (lease: OpsLease) => boolean,
): Promise<OpsLease> {
  let last = '';
  return until(`lease ${id}`, async () => {
    const lease = await house.caller.as('sre', 'ops.show', { id });
    last = `${lease.state} ${lease.step} ${String(lease.missing)}`;
    return wanted(lease) ? lease : null;
  }).catch((cause: unknown) => {
    throw new Error(`lease ${id} stayed ${last}`, { cause });
  });
}
