import { expect } from 'vitest';
import type { Installation } from './installation.ts';
import type { Job, Phase } from './job.ts';

const deeds: Readonly<Record<Phase, readonly string[]>> = {
  launch: ['ops.start', 'lease.granting', 'lease.ready'],
  adjust: ['ops.extend', 'ops.handover'],
  end: ['ops.stop', 'lease.ended'],
  expire: ['ops.start', 'lease.granting', 'lease.ready', 'lease.revoking', 'lease.ended'],
};

/**
 * Judges what a phase has left: every command done once, one server or none, its history whole.
 */
export async function judge(
  house: Installation,
  phase: Phase,
  jobs: readonly Job[],
): Promise<void> {
  for (const job of jobs.filter((each) => each.phases.includes(phase))) {
    await judgeServers(house, phase, job);
    await judgeHistory(house, phase, job);
  }
  expect(await house.caller.as('sre', 'timeline.verify', {})).toMatchObject({ ok: true });
}

async function judgeServers({ sky, caller }: Installation, phase: Phase, { id }: Job) {
  const over = phase === 'end' || phase === 'expire';
  const launched = await sky.launchedFor(id);
  expect(launched.length, `servers ever launched for ${id}`).toBe(1);
  const living = await sky.livingOf(id);
  expect(living.length, `living servers of ${id}`).toBe(over ? 0 : 1);
  const lease = await caller.as('sre', 'ops.show', { id });
  expect(lease.state).toBe(over ? 'ended' : 'active');
  expect(lease.instanceId).toBe(launched[0]?.id);
  expect(await sky.isArmed(id), `switch of ${id} set`).toBe(!over);
  if (phase === 'adjust') expect(seconds(lease.readyAt, lease.deadline)).toBe(40 * 60);
}

function seconds(from: string | null, to: string | null): number {
  return (Date.parse(to ?? '') - Date.parse(from ?? '')) / 1000;
}

async function judgeHistory(house: Installation, phase: Phase, job: Job): Promise<void> {
  const approval = job.environment === 'production' ? ['lease.approve'] : [];
  await judgeEntries(
    house,
    job.id,
    phase === 'launch' ? [...deeds.launch, ...approval] : deeds[phase],
  );
  const listed = await house.caller.as('sre', 'ops.history', { limit: 1000 });
  expect(listed.filter(({ id }) => id === job.id).length, `${job.id} in the history`).toBe(1);
}

/**
 * Judges that each of these deeds was done to a lease and recorded, once. A job whose answer was lost finishes
 * again with another token: that found the lease given back, and says in which state.
 */
export async function judgeEntries(
  { caller }: Pick<Installation, 'caller'>,
  lease: string,
  deeds: readonly string[],
): Promise<void> {
  const entries = await caller.as('sre', 'timeline.list', { lease, limit: 1000 });
  const done = entries
    .filter(({ outcome, action, data }) => {
      return outcome === 'done' && !(action === 'ci.finish' && data.state !== undefined);
    })
    .map(({ action }) => action);
  for (const deed of deeds) {
    const times = done.filter((action) => action === deed).length;
    expect(times, `entries of ${deed} for ${lease} in ${done.join(', ')}`).toBe(1);
  }
}
