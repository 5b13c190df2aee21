import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '@sekisho/config';
import type { OutputOf, VerbName } from '@sekisho/contract';
import { type AwsLimits, withinLimits } from './aws-limits.ts';
import { believeJob, type Job } from './ci/index.ts';
import { kindsOf } from './kinds.ts';
import {
  createClaimedWrites,
  type Engine,
  type EngineHealth,
  readHealth,
  reconcile,
} from './leases/index.ts';
import { beginExamination } from './ops/index.ts';
import { createRosterInForce, dropStrangers, roleOf } from './people/index.ts';
import { ingestSources, listOpenPulls, loopTurns } from './periodic.ts';
import type { Clock } from './platform/clock.ts';
import { type Context, type House, insideTransaction, type Tx } from './platform/context.ts';
import type { Database } from './platform/database/database.ts';
import { execute } from './platform/execute.ts';
import type { Ids } from './platform/ids.ts';
import type { LoopTurn } from './platform/loops.ts';
import { noteConfig } from './platform/note-config.ts';
import { bindDatabase } from './platform/own-database.ts';
import { createRefusalLimit } from './platform/refusal-limit.ts';
import { transactAsSystem } from './platform/transact-as-system.ts';
import { createTurnAway, type TurnAway } from './platform/turn-away.ts';
import type { Ports } from './ports.ts';
import { noteRestored } from './recovery/index.ts';
import { implementations } from './registry.ts';
import { releaseClaims } from './release-claims.ts';
import { noteFileTargets } from './slo/answers/index.ts';
import { askForPulls } from './slo/index.ts';
import { append } from './timeline/index.ts';

/** What the composition root gives. */
export interface CoreOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly config: () => Config;
  readonly ports: Ports;
  /** Called after every commit that others may want to hear of. */
  readonly wake?: () => void;
  /** Seconds; longer than any cloud call's timeout. */
  readonly claimSeconds?: number;
  /** Limits of AWS's APIs, shared by all replicas; none when the cloud has none, as practice. */
  readonly awsLimits?: AwsLimits;
  readonly pollSeconds?: number;
  readonly probe?: (step: string) => void;
  readonly onFailure?: (what: string, error: unknown) => void;
  /** Told who is refused a verb so often that no more of it is recorded for an hour. */
  readonly onWithheld?: (principal: string, verb: string) => void;
  /** Told, when a revocation began, how many seconds after the deadline that was. */
  readonly onExpired?: (lateSeconds: number) => void;
}

/** The house at work: doors call verbs, loops turn the engine. */
export interface Core {
  readonly house: House;
  /** Does a verb. Errors: `AppError` for everything expected. */
  call<Name extends VerbName>(
    name: Name,
    context: Context,
    input: unknown,
  ): Promise<OutputOf<Name>>;
  /** Reads the token of a CI job, at a door. Errors: those of `believeJob`. */
  believeJob(token: string): Promise<Job>;
  /** To be awaited once, before anything else is written. */
  begin(): Promise<void>;
  /** One pass over due targets; answers how many there were. */
  reconcile(limit?: number): Promise<number>;
  /** What is done every so often, and what was ordered to be done in the cloud: turns that need not wait for each other. */
  readonly loopTurns: readonly LoopTurn[];
  /** Makes each of those turns once, one after another. */
  runLoops(): Promise<void>;
  /** Reads the sources of SLOs that are due. */
  ingest(): Promise<void>;
  /** Lists the open pull requests of repositories where that is due. */
  listPulls(): Promise<void>;
  /** To be called when another configuration came into force: its hash becomes an entry. */
  configChanged(): Promise<void>;
  /** To be told of everyone whom a door does not let in. */
  readonly turnAway: TurnAway;
  health(): Promise<EngineHealth>;
}

export function createCore(options: CoreOptions): Core {
  const { database, clock, ids, ports: given } = options;
  const roster = createRosterInForce({ file: options.config, clock, database });
  const { config, configIn } = roster;
  const house: House = {
    database,
    clock,
    ids,
    ...{ config, configIn, rosterMoved: roster.refresh },
    append,
    wake: options.wake ?? (() => undefined),
  };
  const apart = outsideTransactions(given);
  const { awsLimits: shared } = options;
  const ports =
    shared === undefined ? apart : withinLimits(apart, house, shared, (s) => sleep(s * 1000));
  const onFailure = options.onFailure ?? (() => undefined);
  const engine: Engine = {
    house,
    kinds: kindsOf(house, ports),
    claimSeconds: options.claimSeconds ?? 60,
    pollSeconds: options.pollSeconds ?? 60,
    writeClaimed: createClaimedWrites(house),
    probe: options.probe ?? (() => undefined),
    onExpired: options.onExpired ?? (() => undefined),
    onFailure,
  };
  const limits = {
    clock,
    ...(options.onWithheld === undefined ? {} : { onWithheld: options.onWithheld }),
  };
  const executor = {
    house,
    ports,
    roleOf: (context: Context) => roleOf(config(), context),
    refusals: createRefusalLimit(limits),
  };
  const turns = loopTurns(house, ports, onFailure);
  return {
    house,
    async call(name, context, input) {
      await roster.freshen();
      return (await execute(executor, implementations[name], context, input)) as never;
    },
    believeJob: (token) => believeJob(house, ports, token),
    begin: () => transactAsSystem(house, (tx) => begin(house, tx)),
    reconcile: (limit) => reconcile(engine, limit),
    loopTurns: turns,
    async runLoops() {
      for (const { turn } of turns) await turn();
    },
    ingest: () => ingestSources(house, ports, onFailure),
    listPulls: () => listOpenPulls(house, ports, onFailure),
    configChanged: () => transactAsSystem(house, noteFiles),
    turnAway: createTurnAway(house, limits),
    health: () => transactAsSystem(house, readHealth),
  };
}

async function begin(house: House, tx: Tx): Promise<void> {
  await bindDatabase(tx);
  await releaseClaims(house, tx);
  await beginExamination(tx);
  await noteRestored(tx);
  await noteFiles(tx);
  await askForPulls(tx);
}

/** Notes what the configuration's files say now. */
async function noteFiles(tx: Tx): Promise<void> {
  await noteConfig(tx);
  await noteFileTargets(tx);
  await dropStrangers(tx);
}

/** A cloud call inside a transaction would hold locks for as long as the cloud likes: it is a bug, so it fails. */
export function outsideTransactions(ports: Ports): Ports {
  const { access, sessions, ci, chatGroups, recordings, keeping } = ports;
  return {
    ...ports,
    cloud: outside(ports.cloud),
    ...(access === undefined ? {} : { access: outside(access) }),
    ...(sessions === undefined ? {} : { sessions: outside(sessions) }),
    ...(recordings === undefined ? {} : { recordings: outside(recordings) }),
    ...(keeping === undefined ? {} : { keeping: outside(keeping) }),
    ...(ci === undefined ? {} : { ci: { ...ci, cloud: outside(ci.cloud) } }),
    ...(chatGroups === undefined ? {} : { chatGroups: outside(chatGroups) }),
  };
}

function outside<Cloud extends object>(cloud: Cloud): Cloud {
  return new Proxy(cloud, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => {
        if (insideTransaction())
          throw new Error(`cloud.${String(name)} was called inside a transaction`);
        return Reflect.apply(member, target, given) as unknown;
      };
    },
  });
}
