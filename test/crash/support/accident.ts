import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Installation } from './installation.ts';
import type { Phase } from './life.ts';
import type { Accident, SekishoProcess } from './sekisho-process.ts';
import { sleepSeconds, until } from './until.ts';

/** What happens to a server at a step: it ends as by a power cut, or it sleeps past its claims. */
export type Kind = 'killed' | 'paused';

/** The last steps of a phase come a little after what it is judged by: how little, a slow machine decides. */
const graceSeconds = 60;

/** The grace of a phase that was lived; whoever has no need of it any more does not wait for it. */
function grace(): Promise<void> {
  return sleep(graceSeconds * 1000, undefined, { ref: false });
}

/** Lives a phase in which the server is killed at a step; answers the one that was started in its place. */
export async function killedAt(
  house: Installation,
  servers: readonly SekishoProcess[],
  phase: Phase,
  step: string,
): Promise<readonly SekishoProcess[]> {
  const [server] = await aimed(house, servers, phase, { dieAt: step });
  if (server === undefined) throw new Error('nobody serves');
  const living = begin(house, phase);
  const over = living.then(grace);
  const outcome = await Promise.race([server.ended, over.then(() => null)]);
  expect(outcome, neverDone(server, step)).toEqual({ code: null, signal: 'SIGKILL' });
  const next = await house.start();
  await next.ready;
  await living;
  return [next];
}

/** Lives a phase in which one of the servers sleeps at a step, and the others go on without it. */
export async function pausedAt(
  house: Installation,
  before: readonly SekishoProcess[],
  phase: Phase,
  step: string,
): Promise<readonly SekishoProcess[]> {
  const stops = new Map(before.map((server) => [server, server.stops]));
  const servers = await aimed(house, before, phase, { stopAt: step });
  const living = begin(house, phase);
  const sleeper = await sleeperOf(servers, stops, living, step);
  const awake = servers.filter((server) => server !== sleeper);
  if (awake[0] !== undefined) house.turnTo(awake[0]);
  // Whoever else comes to the step meanwhile passes it.
  const waking = setInterval(() => {
    for (const server of awake) server.signal('SIGCONT');
  }, 50);
  try {
    await sleepSeconds(house.claimSeconds + 1);
    if (awake.length > 0) await living;
  } finally {
    clearInterval(waking);
    for (const server of servers) server.signal('SIGCONT');
  }
  await living;
  // Answered once it has woken up; then it has time for what it was about to do.
  await Promise.all(servers.map((server) => server.aim({})));
  await sleepSeconds(0.5);
  return servers;
}

/** Whoever sleeps first. Errors: when the phase is over and nobody did. */
async function sleeperOf(
  servers: readonly SekishoProcess[],
  before: ReadonlyMap<SekishoProcess, number>,
  living: Promise<void>,
  step: string,
): Promise<SekishoProcess> {
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  living.then(grace).then(over, over);
  const sleeper = await until(`a server to sleep at ${step}`, async () => {
    const asleep = servers.find((server) => server.stops > (before.get(server) ?? 0));
    return asleep ?? (isOver ? 'nobody' : null);
  });
  if (sleeper !== 'nobody') return sleeper;
  await living;
  throw new Error(servers.map((server) => neverDone(server, step)).join('\n'));
}

/** Starts to live a phase; its failure is awaited later. */
function begin(house: Installation, phase: Phase): Promise<void> {
  const living = phase.live(house);
  living.catch(() => undefined);
  return living;
}

/** Servers that are to have an accident: those that run, unless time must pass without any. */
async function aimed(
  house: Installation,
  servers: readonly SekishoProcess[],
  { after }: Phase,
  accident: Accident,
): Promise<readonly SekishoProcess[]> {
  if (after !== undefined) return startLater(house, servers, after, accident);
  await Promise.all(servers.map((server) => server.aim(accident)));
  return servers;
}

/** Starts as many servers again, after so many seconds in which nobody served. */
export async function startLater(
  house: Installation,
  servers: readonly SekishoProcess[],
  seconds: number,
  accident: Accident = {},
): Promise<readonly SekishoProcess[]> {
  for (const server of servers) server.signal('SIGKILL');
  await Promise.all(servers.map(({ ended }) => ended));
  await house.skip(seconds);
  return startSome(house, servers.length, accident);
}

/** Starts so many servers that share a database. */
export async function startSome(
  house: Installation,
  count: number,
  accident: Accident = {},
): Promise<readonly SekishoProcess[]> {
  const places = Array.from({ length: count }, (_, index) => ({ ...accident, beside: index > 0 }));
  return Promise.all(places.map((place) => house.start(place)));
}

function neverDone({ said, steps }: SekishoProcess, step: string): string {
  const last = [...steps.slice(-10), ...said.slice(-20)].join('\n');
  return `the step ${step} was never done\n${last}`;
}
