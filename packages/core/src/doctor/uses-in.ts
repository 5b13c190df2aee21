import type { CiPurpose, Config, EnvironmentConfig, SourceConfig } from '@sekisho/config';
import { type DoctorCode, found } from '@sekisho/contract';
import type { Examination } from './ports.ts';
import type { CloudUse } from './uses.ts';

/** The part of the configuration that says what is done in AWS besides lending ops servers. */
export type UsingConfig = Pick<Config, 'environments' | 'access' | 'ci' | 'recording' | 'sources'>;

/** Something that is done in an account, and the check that looks at whether it may be. */
export interface Used {
  readonly code: Extract<DoctorCode, `${'ci' | 'recording' | 'source'}-permission`>;
  readonly use: CloudUse;
}

/** What is done with an environment's role. */
export function usesIn(config: UsingConfig, { name }: EnvironmentConfig): readonly Used[] {
  const jobs = purposes(config).filter(({ account }) => account.environment === name);
  const place = config.recording?.places[name];
  const read = Object.values(config.sources).filter((source) => environmentOf(source) === name);
  return [
    ...(jobs.length === 0 ? [] : [{ code: 'ci-permission', use: ciUse(jobs) } as const]),
    ...(place === undefined
      ? []
      : [{ code: 'recording-permission', use: { kind: 'recordings', ...place } } as const]),
    ...read.flatMap((source) => {
      const use = sourceUse(source);
      return use === null ? [] : [{ code: 'source-permission', use } as const];
    }),
  ];
}

/** What Sekisho does with its own identity: it is told of, because nobody knows whose policies count. */
export function ownUses(config: UsingConfig): readonly Examination[] {
  const { environments } = config;
  const jobs = purposes(config).filter(({ account }) => account.environment === null);
  const accounts = new Map(jobs.map(({ account }) => [account.id, account]));
  const sources = Object.values(config.sources).filter((source) => {
    const environment = environmentOf(source);
    return sourceUse(source) !== null && !Object.hasOwn(environments, environment ?? '');
  });
  return [
    ...[...accounts.values()].map(({ id: account, name, region }) =>
      own('ci-permission', { kind: 'aws', name, account, region }),
    ),
    ...(sources.length === 0
      ? []
      : [own('source-permission', { kind: 'aws', name: null, account: null, region: null })]),
  ];
}

function own(
  code: 'ci-permission' | 'source-permission',
  subject: Examination['subject'],
): Examination {
  return { codes: [code], subject, examine: async () => [found(code, 'own', subject, {})] };
}

function purposes({ ci }: UsingConfig): readonly CiPurpose[] {
  const repositories = [...(ci?.repositories.values() ?? [])];
  return repositories.flatMap((one) => Object.values(one.purposes));
}

function ciUse(jobs: readonly CiPurpose[]): CloudUse {
  const rolesOf = (approach: CiPurpose['approach']) => [
    ...new Set(jobs.filter((one) => one.approach === approach).map(({ role }) => role)),
  ];
  return { kind: 'ci', brokered: rolesOf('broker'), windows: rolesOf('window') };
}

/** Whose role reads a source; null for Sekisho's own identity, and for what is not in AWS. */
function environmentOf(source: SourceConfig): string | null {
  const said = 'connection' in source ? source.connection['environment'] : null;
  if (source.kind === 's3-logs') return source.environment;
  return typeof said === 'string' ? said : null;
}

/** Null for what is not in AWS, or is sent to us. */
function sourceUse(source: SourceConfig): CloudUse | null {
  switch (source.kind) {
    case 's3-logs': {
      const { region, bucket, prefix, queueUrl } = source;
      return { kind: 'logs', region, bucket, prefix, queueUrl };
    }
    case 'cloudwatch':
      return { kind: 'metrics', region: textIn(source, 'region') ?? '' };
    case 'alarms':
      return { kind: 'alarms', region: textIn(source, 'region') ?? '' };
    case 'athena':
      return athenaUse(source);
    default:
      return null;
  }
}

type Connected = Extract<SourceConfig, { readonly connection: object }>;

/** A table may be named with its database, and that with its catalogue. */
function athenaUse(source: Connected): CloudUse {
  const { name = '' } = (source.connection['table'] ?? {}) as { readonly name?: string };
  const [table = '', database, catalogue] = name.split('.').reverse();
  const named = catalogue ?? textIn(source, 'catalog') ?? 'AwsDataCatalog';
  return {
    ...{ kind: 'athena', table, ownCatalogue: named === 'AwsDataCatalog' },
    region: textIn(source, 'region') ?? '',
    workgroup: textIn(source, 'workgroup') ?? 'primary',
    database: database ?? textIn(source, 'database') ?? '',
    answers: textIn(source, 'outputLocation'),
  };
}

function textIn({ connection }: Connected, key: string): string | null {
  const said = connection[key];
  return typeof said === 'string' ? said : null;
}
