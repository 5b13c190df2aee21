import type { Database, OpsPorts } from '@sekisho/core';
import type {
  AccessCloud,
  DoctorCloud,
  DoctorEngines,
  KeepingCloud,
  RecordingCloud,
  SessionCloud,
} from '@sekisho/core/cloud';
import type { Logger } from 'pino';
import type { CiParts } from './ci-ports.ts';
import type { ConfigFile } from './config-file.ts';
import type { GithubFetch } from './github/ask.ts';
import type { SlackSettings } from './slack/index.ts';

/** The configuration in force, and word of another that came into force. */
export type FollowedConfig = Pick<ConfigFile, 'current' | 'onChange'> &
  Partial<Pick<ConfigFile, 'texts'>>;

/** What a server is made of; practice and `serve` differ only in this. */
export interface Parts {
  readonly database: Database;
  readonly config: FollowedConfig;
  readonly cloud: OpsPorts['cloud'];
  /** IAM Identity Center; nothing is lent by it without. */
  readonly access?: AccessCloud;
  /** Service control policies; sessions live on after their lease without. */
  readonly sessions?: SessionCloud;
  /** Sessions on ops servers and their recordings; none are collected without. */
  readonly recordings?: RecordingCloud;
  /** Where checkpoints are kept, and backups; without it nobody keeps or looks. */
  readonly keeping?: KeepingCloud;
  /** Name of the role that dead-man's switches act with in each account: no look calls it unused. */
  readonly schedulerRole?: string;
  /** Opens AWS for the doctor; no account is looked at without. */
  readonly openDoctorCloud?: () => DoctorCloud;
  /** Looks at container engines for the doctor; none is looked at without. */
  readonly engines?: DoctorEngines;
  /** No roles are lent to CI jobs without. */
  readonly ci?: CiParts;
  readonly commands: OpsPorts['commands'];
  readonly dataDirectory: string;
  readonly host: string;
  readonly port: number;
  /** Proxies that callers may be behind: addresses and networks; none without it. */
  readonly trustedProxies?: readonly string[];
  readonly consoleDirectory: string;
  /** Null where Slack is not set up. */
  readonly slack: SlackSettings | null;
  readonly practice: null | {
    readonly secret: string;
    readonly slackUrl: string;
    readonly slackSecret: string;
    readonly breakShop: () => { readonly from: Date; readonly to: Date };
    readonly githubUrl: string;
    readonly githubSecret: string;
  };
  /** Seconds, longer than any call of `cloud` takes; the engine's own choice without it. */
  readonly claimSeconds?: number;
  readonly probe?: (step: string) => void;
  /** The secret of an alert channel or a source, by its variable; undefined when it is not set. */
  readonly secret: (variable: string) => string | undefined;
  /** Files that secrets were given in; none without it. */
  readonly secretFiles?: readonly string[];
  /** Asks GitHub's API; the global one without it. */
  readonly githubFetch?: GithubFetch;
  /** Of practice AWS, for the sources that lie in AWS; AWS itself without it. */
  readonly awsEndpoint?: string;
  /** Folder that the paths of log files are relative to; where the server was started without it. */
  readonly logFolder?: string;
  readonly logger: Logger;
}
