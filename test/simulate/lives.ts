import { setImmediate as breathe } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import {
  AppError,
  type Core,
  createCore,
  type Database,
  newSigningKey,
  signerFromPem,
} from '@sekisho/core';
import {
  actOnMachine,
  advance,
  createInProcessCloud,
  createRng,
  type Fault,
  type InProcessCloud,
  practiceTiming,
} from '@sekisho/practice/aws';
import { clearDatabase } from '../../packages/core/test/clear-database.ts';
import { contextOf, countingIds, practiceConfig, turnableClock } from '../support/world.ts';
import {
  checkCloud,
  checkEnd,
  checkEntries,
  checkLateness,
  checkLives,
  livingByLease,
  promisedLateness,
  readLives,
} from './checks.ts';
import { createMortalEngine, type MortalEngine } from './mortal-engine.ts';
import type { ActName, LifePlan, WorldPlan } from './plan.ts';
import {
  callOf,
  faultsByStep,
  mishapsByStep,
  operationsOf,
  type Pair,
  rarest,
  type Visits,
  visit,
} from './visits.ts';

/** Practice's rules with room for many leases and a short wait for everything. */
export const simulatedConfig = practiceConfig(
  (yaml) =>
    `${yaml
      .replaceAll('      launchTemplate:', '      quota: 1000\n      launchTemplate:')
      .replace(
        'idleAfter: 30m',
        'idleAfter: 8m',
      )}  lapseAfter: 20m\n  readyWithin: 1m\n  quietPeriod: 6m\n`,
);

const disturbedSeconds = 45 * 60;
const calmSeconds = 75 * 60;

/** Lives one world through. Answers what was promised and not kept; empty when all is well. */
export async function liveThrough(
  database: Database,
  plan: WorldPlan,
  visits: Visits,
): Promise<string[]> {
  await clearDatabase(database);
  const simulation = await openSimulation(database, plan, visits);
  await disturbed(simulation);
  if (plan.deadAt !== null) await abandoned(simulation);
  else await calm(simulation);
  return simulation.problems;
}

interface Simulation {
  readonly database: Database;
  readonly plan: WorldPlan;
  readonly visits: Visits;
  readonly cloud: InProcessCloud;
  readonly clock: ReturnType<typeof turnableClock>;
  readonly random: () => number;
  /** Does verbs; never dies. */
  readonly door: Core;
  readonly engines: MortalEngine[];
  readonly newEngine: () => MortalEngine;
  readonly problems: string[];
  /** Lease ids by life. */
  readonly ids: (string | null)[];
  readonly queue: { at: number; run: () => Promise<void> }[];
  broad: Fault[];
}

const prices = { costPerHour: () => 0.1 };
const commands = { connect: () => [], forward: () => [], quote: () => '' };
const signer = signerFromPem(newSigningKey());

async function openSimulation(
  database: Database,
  plan: WorldPlan,
  visits: Visits,
): Promise<Simulation> {
  const clock = turnableClock();
  const random = createRng(plan.seed).next;
  const cloud = createInProcessCloud({
    now: () => clock.now().getTime(),
    rng: createRng(plan.seed ^ 0x5eed).next,
    timing: practiceTiming,
  });
  cloud.world.onFault = (kind, operation) => {
    const step = callOf(operation);
    if (step !== undefined) visit(visits, { step, fault: kind });
  };
  const problems: string[] = [];
  const ports = { prices, commands, signer, practice: true };
  const parts = {
    ...{ database, clock, cloud, visits, ports },
    config: simulatedConfig,
    onFailure: (what: string, error: unknown) => {
      if (!isExpected(error)) problems.push(`${what}: ${String(error)}`);
    },
    onCall: async (call: string, given: readonly unknown[]) => {
      if (call !== 'launch' && call !== 'arm') return;
      const { clientToken, lease } = given[1] as { clientToken?: string; lease?: string };
      const id = lease ?? clientToken?.replace(/-\d+$/, '') ?? '';
      const row = await database.kysely
        .selectFrom('leases')
        .select('granted_at')
        .where('id', '=', id)
        .executeTakeFirst();
      if (!row?.granted_at) problems.push(`${call} for ${id} before its grant was committed`);
    },
  };
  const newEngine = () => createMortalEngine(parts);
  const door = createCore({
    ...{ database, clock, ids: countingIds(), ports: { ...ports, cloud } },
    config: () => simulatedConfig,
  });
  await door.begin();
  const simulation: Simulation = {
    ...{ database, plan, visits, cloud, clock, random, door, newEngine, problems },
    engines: [newEngine(), newEngine()],
    ids: plan.lives.map(() => null),
    queue: [],
    broad: [],
  };
  simulation.queue.push(...schedule(simulation));
  return simulation;
}

function isExpected(error: unknown): boolean {
  const name = error instanceof Error ? error.name : '';
  if (error instanceof AppError) return error.code === 'changed-meanwhile';
  return name === 'CloudError' || name === 'ClaimLost';
}

function schedule(simulation: Simulation): Simulation['queue'] {
  const { plan, clock } = simulation;
  const start = clock.now().getTime();
  const queue = plan.lives.map((life, index) => ({
    at: start + life.askedAt * 1000,
    run: () => ask(simulation, life, index),
  }));
  if (plan.stopAllAt !== null) {
    const at = start + plan.stopAllAt * 1000;
    queue.push({ at, run: () => click(simulation, 'sre', 'lease.stop-all', { reason: 'test' }) });
    const resume = () => click(simulation, 'sre', 'lease.resume', { reason: 'test' });
    queue.push({ at: at + 60_000, run: resume });
  }
  return queue;
}

async function ask(simulation: Simulation, life: LifePlan, index: number): Promise<void> {
  const { door, clock, ids, queue } = simulation;
  const { who, environment, minutes, later } = life;
  const at =
    later === 0 ? {} : { at: new Date(clock.now().getTime() + later * 1000).toISOString() };
  const input = { environment, for: `${minutes}m`, reason: 'look', ...at };
  const key = { idempotencyKey: `ask-${index}` };
  try {
    const lease = await door.call('ops.start', contextOf(who, key), input);
    const again = await door.call('ops.start', contextOf(who, key), input);
    if (again.id !== lease.id) simulation.problems.push(`${lease.id} was asked for twice`);
    ids[index] = lease.id;
    for (const act of life.acts) {
      const run = () => perform(simulation, life, lease.id, act.act, act.twice, act.replayed);
      queue.push({ at: clock.now().getTime() + act.after * 1000, run });
    }
  } catch (error) {
    if (!(error instanceof AppError)) simulation.problems.push(`ops.start: ${String(error)}`);
  }
}

let clicks = 0;

async function click(
  simulation: Simulation,
  who: string,
  verb: string,
  input: object,
  { twice = false, replayed = false } = {},
): Promise<void> {
  const once = async () => {
    clicks += 1;
    const context = contextOf(who, { idempotencyKey: `click-${clicks}` });
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
    case 'stop':
      return click(simulation, who, 'ops.stop', { id }, how);
    case 'open-session':
    case 'hold-process':
    case 'stop-timers':
    case 'kill-agent':
      actInside(simulation, id, act);
  }
}

function actInside({ cloud, clock, random }: Simulation, id: string, act: ActName): void {
  const now = clock.now().getTime();
  for (const { id: instanceId } of livingByLease(cloud, now).get(id) ?? []) {
    try {
      actOnMachine(cloud.world, { act, instanceId } as never, now, random);
    } catch (error) {
      if ((error as Error).name !== 'Refusal' && !String(error).includes('not')) throw error;
    }
  }
}

/** People, faults, crashes and sleep, for as long as it takes everyone to have had a turn. */
async function disturbed(simulation: Simulation): Promise<void> {
  const { clock, plan, random } = simulation;
  const start = clock.now().getTime();
  const end = start + (plan.deadAt ?? disturbedSeconds) * 1000;
  while (clock.now().getTime() < end) {
    setFaults(simulation, (clock.now().getTime() - start) / 1000);
    await step(simulation, true);
    // Now and then the clock steps, or nobody turns the engine for minutes.
    clock.turn(random() < 0.01 ? 60 + random() * 400 : 4 + random() * 16);
  }
}

async function calm(simulation: Simulation): Promise<void> {
  const { cloud, clock, engines, database } = simulation;
  cloud.world.faults = [];
  for (const engine of engines) engine.aim = null;
  const start = clock.now().getTime();
  while (clock.now().getTime() < start + calmSeconds * 1000) {
    await step(simulation, false);
    const now = clock.now().getTime();
    if (now > start + promisedLateness * 1000 && simulation.random() < 0.2) {
      const rows = await readLives(database);
      simulation.problems.push(...checkLateness(rows, livingByLease(cloud, now), now));
    }
    if (simulation.problems.length > 0) return;
    if ((await nextLook(database)) === null && simulation.queue.length === 0) break;
    clock.turn(30);
  }
  const rows = await readLives(database);
  simulation.problems.push(
    ...(await checkEnd(database, cloud)),
    ...(await checkEntries(database, rows)),
    ...rows.filter((row) => row.ended_at === null).map((row) => `${row.id} never ended`),
    ...[...livingByLease(cloud, clock.now().getTime()).keys()].map((id) => `${id} still lives`),
  );
  const { ok } = await simulation.door.call('timeline.verify', contextOf('sre'), {});
  if (!ok) simulation.problems.push('the timeline is broken');
}

async function nextLook({ kysely }: Database): Promise<Date | null> {
  const row = (await kysely
    .selectFrom('targets')
    .select((select) => select.fn.min('next_check_at').as('at'))
    .executeTakeFirst()) as { at: Date | null } | undefined;
  return row?.at ?? null;
}

/** Sekisho is dead for good: what it set in AWS beforehand must do. */
async function abandoned({ cloud, clock, database, problems, random }: Simulation): Promise<void> {
  cloud.world.faults = [];
  const rows = await readLives(database);
  for (let minute = 0; minute < 600; minute += 5) {
    clock.turn(300);
    const now = clock.now().getTime();
    advance(cloud.world, now, random);
    const living = livingByLease(cloud, now);
    problems.push(...checkCloud(living, now), ...checkLives(rows, living, now));
    if (living.size === 0 || problems.length > 0) return;
  }
  problems.push('something outlived Sekisho');
}

/** Calls that come seldom, so that every one of them counts. */
const seldom = new Set(['reboot', 'endSession', 'tag', 'disarm']);

function setFaults(simulation: Simulation, second: number): void {
  const { cloud, engines, plan, random, visits } = simulation;
  const { outage } = plan;
  const down = outage !== null && second >= outage[0] && second < outage[1];
  for (const engine of engines) {
    if (engine.aim !== null && random() < 0.9) continue;
    const pick = Math.floor(random() * (mishapsByStep.size + seldom.size));
    const step = [...mishapsByStep.keys(), ...seldom][pick] ?? '';
    engine.aim = rarest(visits, mishapsByStep.get(step) ?? [], random);
  }
  const aims = [...faultsByStep.values()]
    .filter(([first]) => random() < (seldom.has(first?.step ?? '') ? 0.8 : 0.35))
    .flatMap((some) => rarest(visits, some, random) ?? []);
  cloud.world.faults = [
    ...(down ? [{ kind: 'lost-request' as const }] : []),
    ...aims.map(toFault(random)),
    // Servers that are slow to come are rebooted and replaced.
    ...(random() < 0.3 ? [{ kind: 'agent-never' as const, times: 2 }] : []),
    ...(random() < 0.05 ? [{ kind: 'throttle' as const, probability: 0.5 }] : []),
  ];
}

const toFault =
  (random: () => number) =>
  ({ step, fault }: Pair): Fault => {
    // What must be seen within a minute may hide for less; the rest may take up to five.
    const longest = fault === 'invisible' || fault === 'lingering' ? 40_000 : 240_000;
    const delayMs = Math.floor(random() * longest);
    const operations = [...operationsOf[step as keyof typeof operationsOf]];
    return { kind: fault as Fault['kind'], operations, times: 1, delayMs };
  };

/** One moment: people act, engines turn, and what must always hold is looked at. */
async function step(simulation: Simulation, mayBreak: boolean): Promise<void> {
  const { clock, cloud, database, engines, problems, queue, random } = simulation;
  const now = clock.now().getTime();
  for (const due of queue.filter(({ at }) => at <= now)) {
    queue.splice(queue.indexOf(due), 1);
    await due.run();
  }
  rouse(simulation, mayBreak);
  const turned = engines.filter(
    (engine) => engine.idle && (mayBreak ? random() < 0.7 : engine === engines[0]),
  );
  // A wake may come twice, and to both.
  const turns = turned.map((engine) => engine.turn(random() < 0.15 ? withLoops : onlyTargets));
  await Promise.all(turns);
  await breathe();
  engines.forEach((engine, index) => {
    if (engine.dead) engines[index] = simulation.newEngine();
  });
  const living = livingByLease(cloud, now);
  problems.push(...checkCloud(living, now));
  if (random() < 0.1) problems.push(...checkLives(await readLives(database), living, now));
}

async function withLoops(core: Core): Promise<void> {
  await core.reconcile();
  await core.runLoops();
}

async function onlyTargets(core: Core): Promise<void> {
  await core.reconcile();
}

/** Wakes sleepers: some before their claim has died, most after another engine took over. */
function rouse({ engines, clock, random }: Simulation, mayBreak: boolean): void {
  for (const engine of engines) {
    if (engine.asleepSince === null) continue;
    const slept = (clock.now().getTime() - engine.asleepSince) / 1000;
    if (!mayBreak || slept > 240 || (slept > 70 && random() < 0.2) || random() < 0.05)
      engine.wakeUp();
  }
}
