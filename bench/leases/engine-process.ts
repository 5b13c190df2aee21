// A Sekisho that has an engine and no doors, in a process of its own: the benchmark calls it.
import { resourceUsage } from 'node:process';
import {
  type Core,
  carryOutOrders,
  createCore,
  createDatabaseClock,
  type Database,
  newSigningKey,
  openEmbedded,
  openPostgres,
  randomIds,
  signerFromPem,
} from '@sekisho/core';
import { sql } from 'kysely';
import { startTurner, type Turner } from '../../apps/server/src/turner.ts';
import { contextOf, practiceConfig } from '../../test/support/world.ts';
import { type Channel, speak } from '../shared/calls.ts';
import { callCloud } from './cloud-calls.ts';
import { fill, letEnd } from './fill.ts';

export interface Place {
  /** A directory for the embedded database, or an address of PostgreSQL. */
  readonly directory?: string;
  readonly url?: string;
}

/** What a lease's end left in the database. */
export interface Written {
  /** Milliseconds from each deadline to the entry that says that revoking began. */
  readonly lateMs: readonly number[];
  readonly byState: Readonly<Record<string, number>>;
}

export interface EngineUsage {
  readonly cpuSeconds: number;
  readonly memoryMiB: number;
  /** Targets that passes claimed, and passes that claimed any. */
  readonly looks: number;
  readonly passes: number;
  readonly failures: number;
  readonly lastFailure: string;
}

const pollSeconds = 60;
const enginePauseMs = 500;
const counts = { looks: 0, passes: 0, failures: 0, lastFailure: '' };
const turners: Turner[] = [];
let house: { readonly database: Database; readonly core: Core } | null = null;

function need(): { readonly database: Database; readonly core: Core } {
  if (house === null) throw new Error('open comes first');
  return house;
}

async function open({ directory, url }: Place): Promise<void> {
  const database =
    directory === undefined
      ? await openPostgres({ url: url ?? '' })
      : await openEmbedded(directory);
  const clock = createDatabaseClock(() => database.now());
  await clock.sync();
  const template = 'launchTemplate: sekisho-ops-server';
  const config = practiceConfig((yaml) =>
    yaml.replaceAll(template, `${template}\n      quota: 1000`),
  );
  const core = createCore({
    database,
    clock,
    ids: randomIds,
    config: () => config,
    ports: {
      cloud: callCloud(parent),
      prices: { costPerHour: () => 0.1 },
      commands: { connect: () => [], forward: () => [], quote: () => '' },
      signer: signerFromPem(newSigningKey()),
      practice: true,
    },
    wake: () => {
      for (const turner of turners) turner.wake();
    },
    onFailure: (what, error) => {
      counts.failures += 1;
      counts.lastFailure = `${what}: ${String(error)}`;
    },
    pollSeconds,
  });
  await core.begin();
  house = { database, core };
}

/** Asks for one lease by its verb and turns the engine until its server is up. */
async function makeReal(): Promise<string> {
  const { core } = need();
  const lease = await ask('engineer');
  for (;;) {
    await core.reconcile();
    const { state } = await core.call('ops.show', contextOf('engineer'), { id: lease });
    if (state === 'active') return lease;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function ask(who: string): Promise<string> {
  const input = { environment: 'staging', for: '30m', reason: 'benchmark' };
  return (await need().core.call('ops.start', contextOf(who), input)).id;
}

/** Starts the loops; `lanes` passes of at most `limit` targets go on side by side. */
function turn(lanes: number, limit: number): void {
  const { core } = need();
  const onFailure = (error: unknown) => {
    counts.failures += 1;
    counts.lastFailure = String(error);
  };
  const engine = async () => {
    const claimed = await core.reconcile(limit);
    counts.looks += claimed;
    counts.passes += claimed > 0 ? 1 : 0;
    return claimed;
  };
  const outbox = () => carryOutOrders(core.house, async () => undefined);
  for (const work of [outbox, ...Array.from({ length: lanes }, () => engine)]) {
    turners.push(startTurner({ turn: work, pauseMs: enginePauseMs, onFailure }));
  }
}

async function readWritten(endings: number): Promise<Written> {
  const { kysely } = need().database;
  const { rows } = await sql<{ late: number }>`
    select (extract(epoch from e.at - l.deadline) * 1000)::float8 as late
    from entries as e join leases as l on l.id = e.lease
    where e.action = 'lease.revoking' order by e.number limit ${endings}
  `.execute(kysely);
  const states = await sql<{ state: string; many: number }>`
    select state, count(*)::integer as many from leases group by state
  `.execute(kysely);
  return {
    lateMs: rows.map(({ late }) => late),
    byState: Object.fromEntries(states.rows.map(({ state, many }) => [state, many])),
  };
}

function usage(): EngineUsage {
  const { userCPUTime, systemCPUTime } = resourceUsage();
  return {
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    memoryMiB: process.memoryUsage().rss / 2 ** 20,
    ...counts,
  };
}

async function stop(): Promise<void> {
  await Promise.all(turners.map((turner) => turner.stop()));
  await house?.database.close();
}

const parent = speak(process as Channel, {
  open,
  makeReal,
  turn,
  usage,
  readWritten,
  stop,
  ask,
  fill: (real: string, spread: Parameters<typeof fill>[2]) => fill(need().database, real, spread),
  letEnd: (ends: Parameters<typeof letEnd>[1]) => letEnd(need().database, ends),
});
// A profile is written only by a process that exits by itself.
process.on('disconnect', () => process.exit(0));
