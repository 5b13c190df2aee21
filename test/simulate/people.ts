import { isDeepStrictEqual } from 'node:util';
import { AppError } from '@sekisho/core';
import { contextOf } from '../support/world.ts';
import type { ActName, LifePlan } from './plan.ts';
import type { Simulation } from './simulation.ts';

/** When who asks for what, and when everything is stopped for a minute. */
export function schedule(simulation: Simulation): Simulation['queue'] {
  const { plan, clock } = simulation;
  const start = clock.now().getTime();
  const queue = plan.lives.map((life, index) => ({
    at: start + life.askedAt * 1000,
    run: () => ask(simulation, life, index),
  }));
  if (plan.stopAllAt !== null) {
    const at = start + plan.stopAllAt * 1000;
    queue.push({ at, run: () => stopAll(simulation) });
    const resume = () => click(simulation, 'sre', 'lease.resume', { reason: 'test' });
    queue.push({ at: at + 60_000, run: resume });
  }
  return queue;
}

/** Only then does the engine withdraw leases: it is the moment to let it die of that. */
async function stopAll(simulation: Simulation): Promise<void> {
  const withdrawn = simulation.scene.mishaps.get('committed:withdrawn')?.[0] ?? null;
  for (const engine of simulation.engines) {
    if (engine.idle && simulation.random() < 0.8) engine.aim = withdrawn;
  }
  await click(simulation, 'sre', 'lease.stop-all', { reason: 'test' });
}

async function ask(simulation: Simulation, life: LifePlan, index: number): Promise<void> {
  const { door, clock, queue } = simulation;
  const { who, environment, minutes, later } = life;
  const at =
    later === 0 ? {} : { at: new Date(clock.now().getTime() + later * 1000).toISOString() };
  const input = { environment, for: `${minutes}m`, reason: 'look', ...at };
  const key = { idempotencyKey: `ask-${index}` };
  try {
    const lease = await door.call('ops.start', contextOf(who, key), input);
    const again = await door.call('ops.start', contextOf(who, key), input);
    if (again.id !== lease.id) simulation.problems.push(`${lease.id} was asked for twice`);
    await simulation.scene.onAsked(lease.id);
    for (const act of life.acts) {
      const run = () => perform(simulation, life, lease.id, act.act, act.twice, act.replayed);
      queue.push({ at: clock.now().getTime() + act.after * 1000, run });
    }
  } catch (error) {
    if (!(error instanceof AppError)) simulation.problems.push(`ops.start: ${String(error)}`);
  }
}

async function click(
  simulation: Simulation,
  who: string,
  verb: string,
  input: object,
  { twice = false, replayed = false } = {},
): Promise<void> {
  const once = async () => {
    simulation.clicks += 1;
    const context = contextOf(who, { idempotencyKey: `click-${simulation.clicks}` });
    const call = () => simulation.door.call(verb as 'ops.stop', context, input);
    const answer = await call();
    if (replayed && !isDeepStrictEqual(await call(), answer)) {
      simulation.problems.push(`${verb} was answered otherwise the second time`);
    }
  };
  for (const result of await Promise.allSettled(twice ? [once(), once()] : [once()])) {
    if (result.status === 'rejected' && !(result.reason instanceof AppError)) {
      simulation.problems.push(`${verb}: ${String(result.reason)}`);
    }
  }
}

async function perform(
  simulation: Simulation,
  { who }: LifePlan,
  id: string,
  act: ActName,
  twice: boolean,
  replayed: boolean,
): Promise<void> {
  const how = { twice, replayed };
  const other = who === 'sre' ? 'sre2' : 'sre';
  switch (act) {
    case 'approve':
      return click(simulation, other, 'lease.approve', { id }, how);
    case 'approve-own':
      return click(simulation, who, 'lease.approve', { id }, how);
    case 'deny':
      return click(simulation, other, 'lease.deny', { id, reason: 'no' }, how);
    case 'withdraw':
      return click(simulation, who, 'lease.withdraw', { id }, how);
    case 'extend':
      return click(simulation, who, 'ops.extend', { id, by: '5m' }, how);
    case 'hold':
      return click(simulation, who, 'ops.hold', { id, for: '10m' }, how);
    case 'handover':
      return click(simulation, who, 'ops.handover', { id, to: other }, how);
    case 'replace':
      simulation.scene.actInside(id, act);
      return click(simulation, who, 'ops.replace', { id, force: true }, how);
    case 'stop':
      return click(simulation, who, 'ops.stop', { id }, how);
    case 'open-session':
    case 'hold-process':
    case 'stop-timers':
    case 'kill-agent':
      simulation.scene.actInside(id, act);
  }
}
