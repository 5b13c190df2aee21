import { type Config, loadConfig } from '@sekisho/config';
import type { Language, OutputOf, VerbName } from '@sekisho/contract';
import {
  type CiPorts,
  type Clock,
  type Context,
  type Core,
  createCore,
  type Database,
  type DefinitionTexts,
  type Ids,
  type ListPulls,
  newSigningKey,
  randomIds,
  type SourceAdapters,
  signerFromPem,
} from '@sekisho/core';
import type { AccessCloud, ChatGroups, KeepingCloud, RecordingCloud } from '@sekisho/core/cloud';
import {
  createInProcessAccess,
  createInProcessCloud,
  createInProcessRecordings,
  createInProcessSessions,
  createRng,
  type InProcessCloud,
  instantTiming,
} from '@sekisho/practice/aws';
import { practiceSeed } from './practice-seed.ts';

/** Practice's configuration; `edit` changes the YAML before it is read. */
export function practiceConfig(edit: (yaml: string) => string = (yaml) => yaml): Config {
  return loadConfig(edit(practiceSeed), 'sekisho.yaml');
}

export interface TurnableClock extends Clock {
  /** Moves time on by `seconds`. */
  turn(seconds: number): void;
}

/** A clock that stands still until it is turned. */
export function turnableClock(start = '2026-05-01T00:00:00.000Z'): TurnableClock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    turn(seconds) {
      at += seconds * 1000;
    },
  };
}

/** Ids that count up, so that a failing test reads the same each time. */
export function countingIds(): Ids {
  let last = 0;
  return {
    ...randomIds,
    id: (prefix) => `${prefix}-${String((last += 1)).padStart(8, '0')}`,
  };
}

export interface WorldOptions {
  readonly database: Database;
  readonly config?: Config;
  readonly clock?: TurnableClock;
  readonly ids?: Ids;
  readonly cloud?: InProcessCloud;
  /** Identity Center; that of the same simulated AWS without it. */
  readonly access?: AccessCloud;
  /** User groups of a chat; there is no chat without it. */
  readonly chatGroups?: ChatGroups;
  /** What lends roles to jobs; nothing does without it. */
  readonly ci?: NonNullable<CiPorts['ci']>;
  /** What reads the sources of SLOs. */
  readonly sources?: SourceAdapters;
  /** The files that the configuration was read from. */
  readonly definitions?: DefinitionTexts;
  /** What lists open pull requests. */
  readonly pulls?: ListPulls;
  /** Reads sessions and their recordings; those of the same simulated AWS without it. */
  readonly recordings?: RecordingCloud;
  /** Where checkpoints are kept, and backups; nowhere without it. */
  readonly keeping?: KeepingCloud;
  readonly probe?: (step: string) => void;
  readonly onFailure?: (what: string, error: unknown) => void;
  readonly onExpired?: (lateSeconds: number) => void;
}

/** The whole domain on a database, an in-process cloud and a clock that the test turns. */
export interface TestWorld {
  readonly core: Core;
  readonly clock: TurnableClock;
  readonly cloud: InProcessCloud;
  readonly database: Database;
  /** Does a verb as a person of the roster. */
  as<Name extends VerbName>(who: string, name: Name, input: unknown): Promise<OutputOf<Name>>;
  /** Brings another configuration into force. */
  configure(edit: (config: Config) => Config): void;
  /** Turns the clock and the engine, from one due look to the next, for so many seconds. */
  live(seconds: number): Promise<void>;
}

export function contextOf(who: string, more: Partial<Context> = {}): Context {
  const language: Language = 'en';
  return {
    principal: {
      id: who,
      kind: 'person',
      assurance: 'practice',
      authenticatedAt: '2026-05-01T00:00:00.000Z',
    },
    language,
    requestId: 'test',
    scopes: null,
    ...more,
  };
}

/** Shares the simulated AWS of a cloud with another port. */
function inside({ world }: InProcessCloud, clock: Clock) {
  return { world, now: () => clock.now().getTime(), rng: createRng(2).next };
}

export async function createWorld(options: WorldOptions): Promise<TestWorld> {
  const clock = options.clock ?? turnableClock();
  const cloud =
    options.cloud ??
    createInProcessCloud({
      now: () => clock.now().getTime(),
      rng: createRng(1).next,
      timing: instantTiming,
    });
  let config = options.config ?? practiceConfig();
  const core = createCore({
    database: options.database,
    clock,
    ids: options.ids ?? countingIds(),
    config: () => config,
    ports: {
      cloud,
      access: options.access ?? createInProcessAccess(inside(cloud, clock)),
      recordings: options.recordings ?? createInProcessRecordings(inside(cloud, clock)),
      sessions: createInProcessSessions({
        ...inside(cloud, clock),
        installation: config.installation,
      }),
      ...(options.ci === undefined ? {} : { ci: options.ci }),
      ...(options.keeping === undefined ? {} : { keeping: options.keeping }),
      ...(options.chatGroups === undefined ? {} : { chatGroups: options.chatGroups }),
      schedulerRole: 'sekisho-scheduler',
      prices: { costPerHour: () => 0.1 },
      commands: {
        connect: ({ instanceId }) => ['aws', 'ssm', 'start-session', '--target', instanceId],
        forward: ({ instanceId, host }) => [
          'aws',
          'ssm',
          'start-session',
          '--target',
          instanceId,
          host,
        ],
        quote: (argv) => argv.join(' '),
      },
      signer: signerFromPem(newSigningKey()),
      practice: true,
      ...(options.sources === undefined
        ? {}
        : { sources: async () => options.sources as SourceAdapters }),
      ...(options.definitions === undefined
        ? {}
        : { definitions: () => options.definitions as DefinitionTexts }),
      ...(options.pulls === undefined ? {} : { pulls: options.pulls }),
    },
    ...(options.probe === undefined ? {} : { probe: options.probe }),
    ...(options.onFailure === undefined ? {} : { onFailure: options.onFailure }),
    ...(options.onExpired === undefined ? {} : { onExpired: options.onExpired }),
  });
  await core.begin();
  return {
    core,
    clock,
    cloud,
    database: options.database,
    as: (who, name, input) => core.call(name, contextOf(who), input),
    configure(edit) {
      config = edit(config);
    },
    async live(seconds) {
      const end = clock.now().getTime() + seconds * 1000;
      for (;;) {
        while ((await core.reconcile()) > 0);
        const left = (end - clock.now().getTime()) / 1000;
        if (left <= 0) return;
        clock.turn(Math.min(left, await secondsToNextLook(options.database, clock)));
      }
    },
  };
}

/** Whole seconds, at least one, until the engine means to look at something. */
async function secondsToNextLook({ kysely }: Database, clock: Clock): Promise<number> {
  const row = (await kysely
    .selectFrom('targets')
    .select((select) => select.fn.min('next_check_at').as('at'))
    .executeTakeFirst()) as { at: Date | null } | undefined;
  const at = row?.at?.getTime() ?? Number.POSITIVE_INFINITY;
  return Math.max(1, Math.ceil((at - clock.now().getTime()) / 1000));
}
