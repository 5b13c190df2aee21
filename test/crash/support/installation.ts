import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAwsOpsCloud } from '@sekisho/aws';
import { instantTiming, type PracticeAws, startPracticeAws } from '@sekisho/practice/aws';
import { inject } from 'vitest';
import { freePort } from '../../support/free-port.ts';
import { createTestPostgres } from '../../support/test-database.ts';
import { type Caller, patientCaller } from './patient-caller.ts';
import { type Accident, type SekishoProcess, startSekisho } from './sekisho-process.ts';
import { openSky, type Sky } from './sky.ts';

const seed = new URL('../../../packages/practice/seed/sekisho.yaml', import.meta.url);

/** Longer than a real launch's moments of uncertainty, short enough to wait for. */
const timing = { ...instantTiming, visibleMs: 150, lingerMs: 150, pendingMs: 300, agentMs: 300 };

export interface InstallationOptions {
  readonly claimSeconds?: number;
  /** Address of a PostgreSQL database; by default the run's own kind of database. */
  readonly databaseUrl?: string;
  readonly quota?: number;
  /** Rules under `leases:` besides a short watch over ended targets. */
  readonly rules?: Readonly<Record<string, string>>;
  /** What else is changed in practice's configuration. */
  readonly edit?: (yaml: string) => string;
}

export interface StartOptions extends Accident {
  /** With a port and a data directory of its own, for a database shared by several. */
  readonly beside?: boolean;
  /** Another `main.ts` than this tree's. */
  readonly program?: string;
}

/** Data, practice AWS and, one after another or at once, the servers of one Sekisho. */
export interface Installation {
  readonly claimSeconds: number;
  readonly sky: Sky;
  /** Practice AWS as whoever holds its keys meets it. */
  readonly cloud: ReturnType<typeof createAwsOpsCloud>;
  /** Asks the server that was started last, or that was turned to since. */
  readonly caller: Caller;
  /** Address of the server that is asked. */
  url(): string;
  /** Asks one server, whatever becomes of it. */
  callerOf(server: SekishoProcess): Caller;
  /** Has everybody ask this server from now on, also those who wait for another one's answer. */
  turnTo(server: SekishoProcess): void;
  /** Starts a server and waits until it is ready, has ended or has stopped. */
  start(options?: StartOptions): Promise<SekishoProcess>;
  /** Moves the clocks of practice AWS and of servers started from now on. */
  skip(seconds: number): Promise<void>;
  /** Kills every server that still runs. */
  killAll(): Promise<void>;
  awsGoes(): Promise<void>;
  awsComes(): Promise<void>;
  close(): Promise<void>;
}

/** Makes an installation in a new directory, with practice AWS running in this process. */
export async function install(options: InstallationOptions = {}): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'sekisho-crash-'));
  const database = await databaseFor(options);
  const awsPort = await freePort();
  const awsUrl = `http://127.0.0.1:${awsPort}`;
  const comes = () =>
    startPracticeAws({ port: awsPort, dataDirectory: join(folder, 'aws'), timing, testMode: true });
  let aws: PracticeAws | null = await comes();
  const configFile = join(folder, 'sekisho.yaml');
  writeFileSync(configFile, configuration(options));
  const claimSeconds = options.claimSeconds ?? 4;
  let ahead = 0;
  const places = new Map<SekishoProcess, Place>();
  const main = await newPlace(join(folder, 'data'));
  let asked = { place: main, turned: new AbortController() };
  const turnTo = (place: Place) => {
    asked.turned.abort();
    asked = { place, turned: new AbortController() };
  };
  const sky = openSky(awsUrl);
  const cloud = createAwsOpsCloud({
    endpoint: awsUrl,
    credentials: { accessKeyId: 'practice', secretAccessKey: 'practice' },
    installation: 'practice',
    schedulerRoleArn: ({ account }) => `arn:aws:iam::${account}:role/sekisho-scheduler`,
  });
  const killAll = async () => {
    for (const process of places.keys()) process.signal('SIGKILL');
    await Promise.all([...places.keys()].map(({ ended }) => ended));
  };
  return {
    ...{ claimSeconds, sky, cloud, killAll },
    caller: patientCaller(() => ({ ...addressOf(asked.place), closed: asked.turned.signal })),
    url: () => addressOf(asked.place).url,
    callerOf(server) {
      const closed = new AbortController().signal;
      return patientCaller(() => ({ ...addressOf(places.get(server) ?? main), closed }));
    },
    turnTo: (server) => turnTo(places.get(server) ?? main),
    async start({ beside = false, program, dieAt, stopAt } = {}) {
      const place = beside ? await newPlace(join(folder, `beside-${places.size}`)) : main;
      const environment = {
        ...environmentOf(folder, place, awsPort),
        SEKISHO_LOG: 'trace',
        SEKISHO_PRACTICE_CONFIG: configFile,
        SEKISHO_PRACTICE_CLAIM_SECONDS: String(claimSeconds),
        SEKISHO_PRACTICE_AHEAD_SECONDS: String(ahead),
        ...(database === null ? {} : { SEKISHO_DATABASE_URL: database.url }),
        ...(dieAt === undefined ? {} : { SEKISHO_PRACTICE_DIE_AT: dieAt }),
        ...(stopAt === undefined ? {} : { SEKISHO_PRACTICE_STOP_AT: stopAt }),
      };
      const process = startSekisho(['practice', 'server'], environment, program);
      places.set(process, place);
      turnTo(place);
      // A server that has an accident at a step may have it before it has said that it is ready.
      await Promise.race([process.ready.catch(() => undefined), process.ended, process.stopped]);
      return process;
    },
    async skip(seconds) {
      ahead += seconds;
      await sky.skip(seconds);
    },
    async awsGoes() {
      await aws?.close();
      aws = null;
    },
    async awsComes() {
      aws = await comes();
    },
    async close() {
      await killAll();
      cloud.close();
      await aws?.close();
      await database?.drop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

interface Place {
  readonly data: string;
  readonly port: number;
  readonly slackPort: number;
}

async function newPlace(data: string): Promise<Place> {
  return { data, port: await freePort(), slackPort: await freePort() };
}

function environmentOf(home: string, place: Place, awsPort: number) {
  return {
    HOME: home,
    SEKISHO_DATA: place.data,
    SEKISHO_PORT: String(place.port),
    SEKISHO_PRACTICE_AWS_PORT: String(awsPort),
    SEKISHO_PRACTICE_SLACK_PORT: String(place.slackPort),
  };
}

function addressOf({ data, port }: Place) {
  return {
    url: `http://127.0.0.1:${port}`,
    secret: readFileSync(join(data, 'practice-secret'), 'utf8').trim(),
  };
}

/** Practice's own rules, with a short watch over ended targets so that their end can be awaited. */
function configuration({
  quota = 3,
  rules = {},
  edit = (yaml) => yaml,
}: InstallationOptions): string {
  const leases = Object.entries({ quietPeriod: '2s', ...rules });
  const lines = leases.map(([name, span]) => `  ${name}: ${span}`);
  return edit(readFileSync(seed, 'utf8'))
    .replace(/^leases:$/m, ['leases:', ...lines].join('\n'))
    .replaceAll('    opsServer:\n', `    opsServer:\n      quota: ${quota}\n`);
}

async function databaseFor({ databaseUrl }: InstallationOptions) {
  if (databaseUrl !== undefined) return { url: databaseUrl, drop: async () => undefined };
  return inject('database').kind === 'postgres' ? createTestPostgres() : null;
}
