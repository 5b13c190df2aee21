import type { HttpBindings } from '@hono/node-server';
import type { Core } from '@sekisho/core';
import type { ClientAddress } from '../client-address.ts';
import type { DoorLogger } from '../door-logger.ts';
import type { Metrics } from '../metrics.ts';
import type { SignInLimit } from '../sign-in-limit.ts';
import type { Reader } from '../told.ts';
import type { CiLimits } from './ci-limits.ts';
import type { Users } from './ingest/users.ts';

/** Practice, where hats are worn by whoever has the secret. */
export interface PracticeOptions {
  readonly secret: string;
  /** Address of practice Slack without a trailing slash, and what its people's side demands. */
  readonly slackUrl?: string;
  readonly slackSecret?: string;
  /** Address of practice GitHub, and what its people's side demands. */
  readonly githubUrl?: string;
  readonly githubSecret?: string;
  /** Breaks practice's shop for a while, to watch it burn; answers from when until when. */
  readonly breakShop?: () => { readonly from: Date; readonly to: Date };
}

export interface HttpDoorOptions {
  readonly core: Core;
  readonly practice: PracticeOptions | null;
  /** Values of `Host` that are ours, with their port where it is not the scheme's own. */
  readonly allowedHosts: readonly string[];
  /** Folder of the built console; without it there is none. */
  readonly consoleDirectory?: string;
  /** Where a backup is written before it is sent. */
  readonly dataDirectory: string;
  readonly logger: DoorLogger;
  readonly newRequestId: () => string;
  readonly metrics: Metrics;
  /** Shared by all doors, so that a guesser has no second go. */
  readonly signInLimit: SignInLimit;
  /** Where calls come from; the connection's own peer without it. */
  readonly clientAddress?: ClientAddress;
  /** What strangers may spend at the door of CI jobs; the usual without it. */
  readonly ciLimits?: CiLimits;
  /** The secret of a source, by its variable; without it nothing that needs one is taken in. */
  readonly secret?: (variable: string) => string | undefined;
  /** Takes in what users met; without it their browsers' doors are shut. */
  readonly users?: Users;
  /** Rings when something was committed in this process. */
  readonly changes: { subscribe(listener: () => void): () => void };
  /** What must hold before calls are welcome, by name: each answers whether it does. */
  readonly readiness?: Readonly<Record<string, () => Promise<boolean> | boolean>>;
  /** Ends the open streams, so that the server can stop. */
  readonly stopping?: AbortSignal;
  /** Event streams that may be open at once. */
  readonly mostStreams?: number;
}

/** What the door keeps about a request while it is served. */
export interface DoorEnv {
  Variables: { requestId: string; reader: Reader; address: string };
  Bindings: Partial<HttpBindings>;
}
