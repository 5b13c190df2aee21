import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createInProcessCloud, createRng, practiceTiming } from '@sekisho/practice/aws';
import { startPostgres } from '../../test/support/postgres.ts';
import { type Child, startChild } from '../shared/child.ts';
import { type Usage, usageOfOurs } from '../shared/usage.ts';
import { cloneWorld, livingInstances } from './clone-world.ts';
import { serveCloud } from './cloud-calls.ts';
import type { EngineUsage, Place, Written } from './engine-process.ts';
import { deadlineOf } from './fill.ts';
import { numberOfInstance } from './numbered.ts';

export interface Scenario {
  readonly database: 'pglite' | 'postgres';
  readonly processes: number;
  readonly live: number;
  readonly perSecond: number;
  readonly seconds: number;
  /** Milliseconds that each call to the cloud takes. */
  readonly latencyMs: number;
  readonly pollSeconds: number;
  /** Passes that each engine makes side by side, and the most targets that one claims. */
  readonly lanes: number;
  readonly limit: number;
  readonly asks: number;
  /** From the start of the engines to the first deadline. */
  readonly warmUpSeconds: number;
  /** Flags of Node for the engines, such as those that write a profile. */
  readonly nodeFlags: readonly string[];
}

export interface Outcome {
  readonly endings: number;
  /** Milliseconds from each deadline to the call that terminates the instance. */
  readonly terminateLateMs: readonly number[];
  readonly written: Written;
  readonly livingInstances: number;
  /** Instances that were ended although their lease was not over. */
  readonly wronglyEnded: number;
  /** Over the time in which leases ended. */
  readonly engines: EngineUsage;
  readonly postgres: Usage | null;
  readonly fillSeconds: number;
  /** Milliseconds that one more `ops.start` took, each. */
  readonly askMs: readonly number[];
  readonly windowSeconds: number;
}

const patienceMs = 60_000;

/** Fills a database, lets leases end in real time and watches the cloud for what becomes of them. */
export async function runScenario(
  scenario: Scenario,
  say: (progress: string) => void,
): Promise<Outcome> {
  const { live, perSecond, seconds } = scenario;
  const endings = Math.min(live - 1, Math.round(perSecond * seconds));
  const cloud = createInProcessCloud({
    now: Date.now,
    rng: createRng(1).next,
    timing: practiceTiming,
  });
  const begun = new Map<number, number>();
  const noting = {
    ...cloud,
    terminate: (...given: Parameters<typeof cloud.terminate>) => {
      const number = numberOfInstance(given[1]);
      if (!begun.has(number)) begun.set(number, Date.now() - scenario.latencyMs / 2);
      return cloud.terminate(...given);
    },
  };
  const place = await openPlace(scenario.database);
  const engines: Child[] = [];
  try {
    const file = new URL('engine-process.ts', import.meta.url);
    for (let index = 0; index < scenario.processes; index += 1) {
      const engine = startChild(file, serveCloud(noting, scenario.latencyMs), scenario.nodeFlags);
      engines.push(engine);
      await engine.call('open', place.address);
    }
    const [first] = engines as [Child];
    say(`filling ${scenario.database} with ${live} leases`);
    const fillBegan = Date.now();
    const real = await first.call<string>('makeReal');
    cloneWorld(cloud, real, live);
    const looksFrom = Date.now() + (live / 100_000) * 20_000;
    await first.call('fill', real, { live, looksFrom, pollSeconds: scenario.pollSeconds });
    const fillSeconds = (Date.now() - fillBegan) / 1000;
    const askMs = await timeAsks(first, scenario.asks);
    const ends = {
      count: endings,
      perSecond,
      from: Date.now() + scenario.warmUpSeconds * 1000,
    };
    await first.call('letEnd', ends);
    say(`filled in ${fillSeconds.toFixed(1)} s; ${endings} leases end in ${seconds} s`);
    for (const engine of engines) await engine.call('turn', scenario.lanes, scenario.limit);
    await sleep(Math.max(0, ends.from - Date.now()));
    const before = await sample(engines);
    await sleep(seconds * 1000);
    const after = await sample(engines);
    const windowSeconds = (after.at - before.at) / 1000;
    await drain(first, begun, endings);
    const written = await first.call<Written>('readWritten', endings);
    for (const engine of engines) await engine.call('stop');
    return {
      ...{ endings, written, fillSeconds, askMs, windowSeconds },
      terminateLateMs: lateness(begun, ends),
      livingInstances: livingInstances(cloud, Date.now()) - askMs.length,
      wronglyEnded: [...begun.keys()].filter((number) => !(number <= endings)).length,
      engines: between(before.engines, after.engines),
      postgres:
        before.postgres && after.postgres
          ? {
              cpuSeconds: after.postgres.cpuSeconds - before.postgres.cpuSeconds,
              memoryMiB: after.postgres.memoryMiB,
            }
          : null,
    };
  } finally {
    await Promise.all(engines.map((engine) => engine.end()));
    await place.remove();
  }
}

async function openPlace(kind: Scenario['database']) {
  if (kind === 'pglite') {
    const directory = await mkdtemp(join(tmpdir(), 'sekisho-bench-'));
    return {
      address: { directory } satisfies Place,
      remove: () => rm(directory, { recursive: true, force: true }),
    };
  }
  const server = await startPostgres({ durable: true });
  const address: Place = { url: await server.createDatabase('bench') };
  return { address, remove: () => server.stop() };
}

async function timeAsks(engine: Child, asks: number): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < asks; index += 1) {
    const began = performance.now();
    // Somebody else: the copies are all of one person, whose quota they fill.
    await engine.call('ask', 'sre');
    times.push(performance.now() - began);
  }
  return times;
}

function lateness(
  begun: ReadonlyMap<number, number>,
  ends: { readonly count: number; readonly perSecond: number; readonly from: number },
): number[] {
  return Array.from({ length: ends.count }, (_, index) => {
    const at = begun.get(index + 1);
    return at === undefined ? Number.POSITIVE_INFINITY : at - deadlineOf(index + 1, ends);
  });
}

async function sample(engines: readonly Child[]) {
  const all = await Promise.all(engines.map((engine) => engine.call<EngineUsage>('usage')));
  const sum = (pick: (usage: EngineUsage) => number) =>
    all.reduce((total, usage) => total + pick(usage), 0);
  const used: EngineUsage = {
    cpuSeconds: sum((usage) => usage.cpuSeconds),
    memoryMiB: sum((usage) => usage.memoryMiB),
    looks: sum((usage) => usage.looks),
    passes: sum((usage) => usage.passes),
    failures: sum((usage) => usage.failures),
    lastFailure: all.map((usage) => usage.lastFailure).find(Boolean) ?? '',
  };
  return { at: Date.now(), engines: used, postgres: usageOfOurs('postgres') };
}

function between(before: EngineUsage, after: EngineUsage): EngineUsage {
  return {
    cpuSeconds: after.cpuSeconds - before.cpuSeconds,
    memoryMiB: after.memoryMiB,
    looks: after.looks - before.looks,
    passes: after.passes - before.passes,
    failures: after.failures - before.failures,
    lastFailure: after.lastFailure,
  };
}

/** Waits until every lease that was let end is over, or until patience ends. */
async function drain(
  engine: Child,
  begun: ReadonlyMap<number, number>,
  endings: number,
): Promise<void> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    if (begun.size >= endings) {
      const { byState } = await engine.call<Written>('readWritten', 0);
      if ((byState['ended'] ?? 0) >= endings) return;
    }
    await sleep(500);
  }
}
