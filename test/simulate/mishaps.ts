import type { Simulation } from './simulation.ts';
import { rarest } from './visits.ts';

/** Calls that come seldom, so that every one of them counts. */
const seldom = new Set(['reboot', 'endSession', 'tag', 'disarm']);

/** Aims engines and calls at what has gone wrong least often so far. */
export function setFaults(simulation: Simulation, second: number): void {
  const { engines, plan, random, scene, visits } = simulation;
  const { outage } = plan;
  const rare = [...seldom].filter((step) => scene.mishaps.has(step));
  for (const engine of engines) {
    if (engine.aim !== null && random() < 0.9) continue;
    const steps = [...scene.mishaps.keys(), ...rare];
    // Of a few, the rarest: always the rarest of all would be one that cannot come now.
    const some = Array.from({ length: 3 }, () => steps[Math.floor(random() * steps.length)] ?? '');
    const choice = some.flatMap((step) => scene.mishaps.get(step) ?? []);
    engine.aim = rarest(visits, choice, random);
  }
  const aims = [...scene.faults]
    .filter(([step]) => random() < (seldom.has(step) ? 0.8 : 0.35))
    .flatMap(([, some]) => rarest(visits, some, random) ?? []);
  scene.setFaults(aims, outage !== null && second >= outage[0] && second < outage[1]);
}

/** Wakes sleepers: some before their claim has died, most after another engine took over. */
export function rouse({ engines, clock, random }: Simulation, mayBreak: boolean): void {
  for (const engine of engines) {
    if (engine.asleepSince === null) continue;
    const slept = (clock.now().getTime() - engine.asleepSince) / 1000;
    if (!mayBreak || slept > 240 || (slept > 70 && random() < 0.2) || random() < 0.05)
      engine.wakeUp();
  }
}

/** Seconds until the next moment: now and then the clock steps, or nobody turns the engine for minutes. */
export function pause({ engines, clock, random, scene }: Simulation): number {
  const wish = random() < 0.01 ? 60 + random() * 400 : 4 + random() * 16;
  const slept = engines.map(({ asleepSince }) =>
    asleepSince === null ? 0 : (clock.now().getTime() - asleepSince) / 1000,
  );
  return Math.max(1, Math.min(wish, scene.longestDelay - Math.max(...slept)));
}
