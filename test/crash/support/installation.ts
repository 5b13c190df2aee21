import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantTiming, type PracticeAws, startPracticeAws } from '@sekisho/practice/aws';
import { inject } from 'vitest';
import { freePort } from '../../support/free-port.ts';
import { createTestPostgres } from '../../support/test-database.ts';
import { type Caller, patientCaller } from './patient-caller.ts';
import { type SekishoProcess, startSekisho } from './sekisho-process.ts';
import { openSky, type Sky } from './sky.ts';

const seed = new URL('../../../packages/practice/seed/sekisho.yaml', import.meta.url);

/** Longer than a real launch's moments of uncertainty, short enough to wait for. */
const timing = { ...instantTiming, visibleMs: 150, lingerMs: 150, pendingMs: 300, agentMs: 300 };

export interface InstallationOptions {
  readonly claimSeconds?: number;
  /** Address of a PostgreSQL database; by default the run's own kind of database. */
  readonly databaseUrl?: string;
  readonly quota?: number;
}

/** Data, practice AWS and, one after another or at once, the servers of one Sekisho. */
export interface Installation {
  readonly sky: Sky;
  readonly caller: Caller;
  /** Starts a server and waits for it; calls go to the newest. */
  start(accident?: { dieAt?: string; stopAt?: string }): Promise<SekishoProcess>;
  /** Starts a server of its own port and data directory, for a database shared by several. */
  startBeside(): Promise<{ process: SekishoProcess; caller: Caller }>;
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
  const comes = () =>
    startPracticeAws({ port: awsPort, dataDirectory: join(folder, 'aws'), timing, testMode: true });
  let aws: PracticeAws | null = await comes();
  const configFile = join(folder, 'sekisho.yaml');
  writeFileSync(configFile, configuration(options.quota ?? 3));
  const processes: SekishoProcess[] = [];
  const start = async (place: Place, accident: { dieAt?: string; stopAt?: string } = {}) => {
    const process = startSekisho(['practice', 'server'], {
      ...environmentOf(folder, place, awsPort),
      SEKISHO_LOG: 'trace',
      SEKISHO_PRACTICE_CONFIG: configFile,
      SEKISHO_PRACTICE_CLAIM_SECONDS: String(options.claimSeconds ?? 4),
      ...(database === null ? {} : { SEKISHO_DATABASE_URL: database.url }),
      ...(accident.dieAt === undefined ? {} : { SEKISHO_PRACTICE_DIE_AT: accident.dieAt }),
      ...(accident.stopAt === undefined ? {} : { SEKISHO_PRACTICE_STOP_AT: accident.stopAt }),
    });
    processes.push(process);
    return process;
  };
  const main = await newPlace(join(folder, 'data'));
  const killAll = async () => {
    for (const process of processes) process.signal('SIGKILL');
    await Promise.all(processes.map(({ ended }) => ended));
  };
  return {
    killAll,
    sky: openSky(`http://127.0.0.1:${awsPort}`),
    caller: callerOf(main),
    async start(accident) {
      const process = await start(main, accident);
      // A server that dies at a step may do so before it has said that it is ready.
      await Promise.race([process.ready.catch(() => undefined), process.ended]);
      return process;
    },
    async startBeside() {
      const place = await newPlace(join(folder, `beside-${processes.length}`));
      const process = await start(place);
      await process.ready;
      return { process, caller: callerOf(place) };
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

function callerOf({ data, port }: Place): Caller {
  return patientCaller(() => ({
    url: `http://127.0.0.1:${port}`,
    secret: readFileSync(join(data, 'practice-secret'), 'utf8').trim(),
  }));
}

/** Practice's own rules, with a short watch over ended targets so that their end can be awaited. */
function configuration(quota: number): string {
  return readFileSync(seed, 'utf8')
    .replace(/^leases:$/m, 'leases:\n  quietPeriod: 2s')
    .replaceAll('    opsServer:\n', `    opsServer:\n      quota: ${quota}\n`);
}

async function databaseFor({ databaseUrl }: InstallationOptions) {
  if (databaseUrl !== undefined) return { url: databaseUrl, drop: async () => undefined };
  return inject('database').kind === 'postgres' ? createTestPostgres() : null;
}
