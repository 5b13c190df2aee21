import { setImmediate as breathe } from 'node:timers/promises';
import type { Database } from '@sekisho/core';
import { contextOf } from '../support/world.ts';
import { checkClosed, checkEntries } from './checks.ts';
import { type LifeRow, promisedLateness, readLives } from './life-row.ts';
import { pause, rouse, setFaults } from './mishaps.ts';
import type { Turnable } from './mortal.ts';
import { openSimulation } from './open-simulation.ts';
import type { WorldPlan } from './plan.ts';
import type { Simulation } from './simulation.ts';
import type { Visits } from './visits.ts';

const disturbedSeconds = 45 * 60;
const calmSeconds = 75 * 60;

/** How many lives came to which end. */
export type Ends = ReadonlyMap<string, number>;

/** Lives one world through. Answers what was promised and not kept, empty when all is well, and how lives ended. */
export async function liveThrough(
  database: Database,
  plan: WorldPlan,
  visits: Visits,
): Promise<{ readonly problems: readonly string[]; readonly ends: Ends }> {
  const simulation = await openSimulation(database, plan, visits);
  // Nothing outside guards a group: whether it outlives a dead Sekisho is not promised.
  const deadAt = plan.lends === 'servers' ? plan.deadAt : null;
  await disturbed(simulation, deadAt ?? disturbedSeconds);
  if (deadAt === null) await calm(simulation);
  else await abandoned(simulation);
  return { problems: simulation.problems, ends: endsOf(plan, await readLives(database)) };
}

/** A lease that Sekisho's death interrupted counts as it stood then; who was refused has none. */
function endsOf(plan: WorldPlan, rows: readonly LifeRow[]): Ends {
  const ends = new Map([['refused', plan.lives.length - rows.length]]);
  for (const { state } of rows) ends.set(state, (ends.get(state) ?? 0) + 1);
  return ends;
}

/** People, faults, crashes and sleep, for as long as it takes everyone to have had a turn. */
async function disturbed(simulation: Simulation, seconds: number): Promise<void> {
  const { clock } = simulation;
  const start = clock.now().getTime();
  const end = start + seconds * 1000;
  while (clock.now().getTime() < end) {
    setFaults(simulation, (clock.now().getTime() - start) / 1000);
    await step(simulation, true);
    clock.turn(pause(simulation));
  }
}

async function calm(simulation: Simulation): Promise<void> {
  const { clock, engines, database, scene } = simulation;
  scene.setFaults([], false);
  for (const engine of engines) engine.aim = null;
  const start = clock.now().getTime();
  while (clock.now().getTime() < start + calmSeconds * 1000) {
    await step(simulation, false);
    const now = clock.now().getTime();
    if (now > start + promisedLateness * 1000 && simulation.random() < 0.2) {
      simulation.problems.push(...scene.checkLateness(await readLives(database)));
    }
    if (simulation.problems.length > 0) return;
    if ((await nextLook(database)) === null && simulation.queue.length === 0) break;
    clock.turn(30);
  }
  const rows = await readLives(database);
  simulation.problems.push(
    ...scene.checkEnd(),
    ...(await checkClosed(database)),
    ...(await checkEntries(database, rows)),
    ...rows.filter((row) => row.ended_at === null).map((row) => `${row.id} never ended`),
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
async function abandoned({ clock, database, problems, scene }: Simulation): Promise<void> {
  scene.setFaults([], false);
  const rows = await readLives(database);
  for (let minute = 0; minute < 600; minute += 5) {
    clock.turn(300);
    const over = scene.goOn();
    problems.push(...scene.check(), ...scene.checkLives(rows));
    if (over || problems.length > 0) return;
  }
  problems.push('something outlived Sekisho');
}

/** One moment: people act, engines turn, and what must always hold is looked at. */
async function step(simulation: Simulation, mayBreak: boolean): Promise<void> {
  const { clock, database, engines, problems, queue, random, scene } = simulation;
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
    if (engine.dead) engines[index] = scene.newEngine();
  });
  problems.push(...scene.check());
  if (random() < 0.1) problems.push(...scene.checkLives(await readLives(database)));
}

async function withLoops(core: Turnable): Promise<void> {
  await core.reconcile();
  await core.runLoops();
}

async function onlyTargets(core: Turnable): Promise<void> {
  await core.reconcile();
}
