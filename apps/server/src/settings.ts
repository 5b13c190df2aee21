import { join, resolve } from 'node:path';
import { isProxy } from './client-address.ts';
import { databaseUrlOf } from './database-url.ts';
import { secretFilesIn } from './secret-files.ts';
import { SettingsError } from './settings-error.ts';

/** What the environment says, read once and checked; the names are in docs/settings.md. */
export interface Settings {
  /** Where everything is kept that is not in PostgreSQL. */
  readonly dataDirectory: string;
  /** `postgres://…`, or null for the embedded database. */
  readonly databaseUrl: string | null;
  readonly host: string;
  readonly port: number;
  /** Addresses and networks of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  readonly practiceAwsPort: number;
  readonly practiceSlackPort: number;
  /** Path of sekisho.yaml. */
  readonly configFile: string;
  /** Null means what each mode chooses. */
  readonly logLevel: string | null;
  readonly slack: {
    readonly botToken: string | null;
    readonly appToken: string | null;
    readonly signingSecret: string | null;
  };
  /** Secrets that definitions may name: of alert channels and of sources, by their variables. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Files that secrets are given in. */
  readonly secretFiles: readonly string[];
  readonly schedulerRole: string;
  /** A step of the engine at which practice ends itself by `kill -9`; for tests of crashes. */
  readonly dieAt: string | null;
  /** A step at which practice stops itself by SIGSTOP, once; for tests of pauses. */
  readonly stopAt: string | null;
  /** Seconds that practice's engine claims a target for; null means as in earnest. */
  readonly practiceClaimSeconds: number | null;
  /** Seconds that practice's clock is ahead of its database's; for tests of what takes long. */
  readonly practiceAheadSeconds: number;
  /** Days of logs that practice's services have written before the first start; 0 for none at all. */
  readonly practiceDays: number;
  /** Path of a configuration for practice instead of its own, or null. */
  readonly practiceConfigFile: string | null;
  readonly home: string;
  readonly stateHome: string | undefined;
  /** Where practice's jobs find programs. */
  readonly path: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads every setting. Errors: `SettingsError` naming the variable, the value and what it takes. */
export function readSettings(env: Environment, cwd: string): Settings {
  const dataDirectory = resolve(cwd, env.SEKISHO_DATA || '.sekisho');
  const port = portOf(env, 'SEKISHO_PORT', 4545);
  const practiceAwsPort = portOf(env, 'SEKISHO_PRACTICE_AWS_PORT', 4546);
  return {
    dataDirectory,
    databaseUrl: databaseUrlOf(env),
    host: env.SEKISHO_HOST || '127.0.0.1',
    port,
    trustedProxies: proxiesOf(env),
    practiceAwsPort,
    practiceSlackPort: portOf(env, 'SEKISHO_PRACTICE_SLACK_PORT', 4547),
    configFile: resolve(cwd, env.SEKISHO_CONFIG || 'sekisho.yaml'),
    logLevel: env.SEKISHO_LOG || null,
    slack: {
      botToken: env.SLACK_BOT_TOKEN || null,
      appToken: env.SLACK_APP_TOKEN || null,
      signingSecret: env.SLACK_SIGNING_SECRET || null,
    },
    secrets: secretsIn(env),
    secretFiles: secretFilesIn(env),
    schedulerRole: env.SEKISHO_SCHEDULER_ROLE || 'sekisho-scheduler',
    dieAt: env.SEKISHO_PRACTICE_DIE_AT || null,
    stopAt: env.SEKISHO_PRACTICE_STOP_AT || null,
    practiceClaimSeconds: claimSecondsOf(env),
    practiceAheadSeconds: aheadSecondsOf(env),
    practiceDays: daysOf(env),
    practiceConfigFile: env.SEKISHO_PRACTICE_CONFIG
      ? resolve(cwd, env.SEKISHO_PRACTICE_CONFIG)
      : null,
    home: env.HOME || join(cwd, '.home'),
    stateHome: env.XDG_STATE_HOME,
    path: env.PATH ?? '',
  };
}

/** The variables that definitions may name, but for those that are empty. */
function secretsIn(env: Environment): Readonly<Record<string, string>> {
  const found = Object.entries(env).filter(
    ([name, value]) => /^SEKISHO_(ALERT|SOURCE|GITHUB|LOGIN|DOCKER)_/.test(name) && value,
  );
  return Object.fromEntries(found) as Record<string, string>;
}

function portOf(env: Environment, name: string, fallback: number): number {
  const text = env[name];
  if (!text) return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new SettingsError(`${name} is "${text}"; give a port from 1 to 65535.`);
}

function proxiesOf(env: Environment): readonly string[] {
  const named = (env.SEKISHO_TRUSTED_PROXIES ?? '').split(/[\s,]+/).filter((part) => part !== '');
  const wrong = named.find((part) => !isProxy(part));
  if (wrong === undefined) return named;
  throw new SettingsError(
    `SEKISHO_TRUSTED_PROXIES has "${wrong}"; give addresses and networks: 10.0.0.7, 10.1.0.0/16.`,
  );
}

function aheadSecondsOf(env: Environment): number {
  const text = env.SEKISHO_PRACTICE_AHEAD_SECONDS;
  if (!text) return 0;
  const seconds = Number(text);
  if (Number.isInteger(seconds) && seconds >= 0 && seconds <= 86_400) return seconds;
  throw new SettingsError(
    `SEKISHO_PRACTICE_AHEAD_SECONDS is "${text}"; give whole seconds from 0 to 86400.`,
  );
}

function daysOf(env: Environment): number {
  const text = env.SEKISHO_PRACTICE_DAYS;
  if (!text) return 30;
  const days = Number(text);
  if (Number.isInteger(days) && days >= 0 && days <= 40) return days;
  throw new SettingsError(`SEKISHO_PRACTICE_DAYS is "${text}"; give whole days from 0 to 40.`);
}

/** A claim must outlive a call to the cloud, and calls are given a fifth of it. */
function claimSecondsOf(env: Environment): number | null {
  const text = env.SEKISHO_PRACTICE_CLAIM_SECONDS;
  if (!text) return null;
  const seconds = Number(text);
  if (Number.isInteger(seconds) && seconds >= 3 && seconds <= 600) return seconds;
  throw new SettingsError(
    `SEKISHO_PRACTICE_CLAIM_SECONDS is "${text}"; give whole seconds from 3 to 600.`,
  );
}
