import { setTimeout as sleep } from 'node:timers/promises';
import { createAwsDoctorCloud } from '@sekisho/aws';
import type { Config } from '@sekisho/config';
import { type DoctorCode, type Finding, found, subjectOf } from '@sekisho/contract';
import {
  accountExaminations,
  type Database,
  databaseExaminations,
  type Examination,
  isWanted,
  noSuchAccount,
  openPostgres,
  runExaminations,
} from '@sekisho/core';
import { createDockerDoctor } from '@sekisho/docker';
import { secretFilesIn, withSecretFiles } from '../secret-files.ts';
import { readSettings, type Settings } from '../settings.ts';
import { SettingsError } from '../settings-error.ts';
import { examineFiles } from './files.ts';
import { examinationsOf } from './index.ts';
import { examineSecretFiles } from './secret-files.ts';
import { slackHere } from './slack-here.ts';
import { embedded, unknowable } from './without.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What is examined where no server answers. */
export interface Here {
  readonly env: Environment;
  readonly cwd: string;
  /** The configuration here; null where there is none that can be used. */
  readonly config: Config | null;
  readonly only?: readonly DoctorCode[] | undefined;
  readonly account?: string | undefined;
}

const machine = subjectOf('machine');
/** A database that hangs does not end either. */
const closingMs = 1000;
const quiet = { warn: () => undefined };

/**
 * Looks with this process's own rights at what a server here would use; nothing is made or changed.
 * Practice is looked at by its server alone. What was not asked for may be among it. Never throws.
 */
export async function examineHere(here: Here): Promise<readonly Finding[]> {
  const secrets = examineSecretFiles(secretFilesIn(here.env), machine);
  const settings = settingsIn(here);
  if (settings instanceof SettingsError) {
    const { message: detail } = settings;
    return [found('settings', 'broken', machine, { detail }), ...secrets];
  }
  const opened: { close(): unknown }[] = [];
  const wanted = examinationsIn(here, settings, opened).filter((one) => isWanted(one, here));
  try {
    const findings = await runExaminations(wanted);
    const own = [found('settings', 'good', machine, {}), ...secrets];
    const stranger = here.config === null ? null : noSuchAccount(here.config, here);
    return [
      ...(stranger === null ? [] : [stranger]),
      ...(here.account === undefined ? own : []),
      ...findings,
    ];
  } finally {
    // Nobody waits longer than for what is closed, nor for ever.
    const closed = new AbortController();
    void Promise.allSettled(opened.map(async (one) => one.close())).then(() => closed.abort());
    await sleep(closingMs, undefined, { signal: closed.signal }).catch(() => undefined);
  }
}

function settingsIn({ env, cwd }: Here): Settings | SettingsError {
  try {
    return readSettings(withSecretFiles(env), cwd);
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
}

function examinationsIn(
  { config }: Here,
  settings: Settings,
  opened: { close(): unknown }[],
): readonly Examination[] {
  const { dataDirectory, databaseUrl, secrets } = settings;
  const files: Examination = {
    codes: ['data-directory', 'signing-key'],
    subject: machine,
    examine: async () => examineFiles(dataDirectory, machine),
  };
  const practice = config?.installation === 'practice';
  const store =
    databaseUrl === null ? [embedded(practice)] : databaseAt(databaseUrl, practice, opened);
  if (config === null) return [files, ...store, ...unknowable];
  if (practice) return [files, ...store];
  const secret = (variable: string) => secrets[variable];
  const parts = { config: { current: () => config, onChange: () => () => undefined } };
  const cloud = createAwsDoctorCloud({ installation: config.installation, logger: quiet });
  opened.push(cloud);
  const rest = { houseAheadMs: null, now: () => new Date() };
  return [
    ...examinationsOf({
      ...{ ...parts, dataDirectory, secret, practice: null, subject: machine },
      slack: slackHere(settings, config),
      engines: createDockerDoctor({ installation: config.installation, folderOf: secret }),
      houseAheadMs: async () => 0,
    }),
    ...store,
    ...accountExaminations(config, {
      ...{ cloud, scheduleRole: settings.schedulerRole },
      ...rest,
    }),
  ];
}

/** PostgreSQL as it is: it is not migrated. */
function databaseAt(
  url: string,
  practice: boolean,
  opened: { close(): unknown }[],
): readonly Examination[] {
  const where = URL.canParse(url) ? new URL(url).host : 'PostgreSQL';
  let database: Promise<Database> | null = null;
  const open = () => {
    database ??= openPostgres({ url, poolSize: 1, asItIs: true }).then((one) => {
      opened.push(one);
      return one;
    });
    return database;
  };
  return [
    {
      codes: ['database', 'database-schema', 'clock-database'],
      subject: subjectOf('database'),
      examine: async (signal) => {
        const [one] = databaseExaminations(await open(), { practice, where });
        return (await one?.examine(signal)) ?? [];
      },
    },
  ];
}
