import { CloudError, type CloudScope } from '@sekisho/core/cloud';
import { type AwsCredentials, type Clients, createClients } from './clients.ts';
import { assumeRole, type RoleCredentials } from './sts/assume-role.ts';
import { callerAccount } from './sts/caller-account.ts';

/**
 * Credentials are renewed this long before they expire, so that no call sets out with dying ones.
 * Less than the five minutes in which the SDK asks its provider anew, so that it sees the new ones.
 */
const RENEW_BEFORE_MS = 4 * 60_000;
/** Credentials without an expiry are asked again whose they are after this long. */
const VERIFY_EVERY_MS = 15 * 60_000;
/** When STS does not answer, what it said last holds on, and it is asked again after this long. */
const ASK_AGAIN_AFTER_MS = 60_000;
/** Credentials this near to their end are not used any more. */
const LAST_MS = 30_000;

export interface AccountsOptions {
  readonly endpoint: string | undefined;
  readonly credentials: AwsCredentials | undefined;
  readonly requestTimeoutMs: number;
  readonly sessionName: string;
  readonly now: () => Date;
}

/** Opens AWS accounts: clients by role and region, verified to act in the account that was meant. */
export interface Accounts {
  /**
   * Clients for the scope. When STS does not answer, those that it answered for before are given as
   * long as their credentials last. Errors: `denied` when they would act in another account.
   */
  open(scope: CloudScope, signal: AbortSignal): Promise<Clients>;
  close(): void;
}

interface Entrance {
  readonly clients: Clients;
  credentials: RoleCredentials | null;
  /** Milliseconds since 1970; 0 until the account was verified. */
  freshUntil: number;
  /** Until when what was verified last can be used although STS does not answer; 0 before. */
  usableUntil: number;
}

/** @see Accounts */
export function createAccounts(options: AccountsOptions): Accounts {
  const own = new Map<string, Clients>();
  const entrances = new Map<string, Entrance>();

  function make(region: string, credentials: AwsCredentials | undefined): Clients {
    const { endpoint, requestTimeoutMs } = options;
    return createClients({ endpoint, requestTimeoutMs, region, credentials });
  }

  function ownClients(region: string): Clients {
    const clients = own.get(region) ?? make(region, options.credentials);
    own.set(region, clients);
    return clients;
  }

  function entranceOf(scope: CloudScope): Entrance {
    const key = JSON.stringify([scope.account, scope.region, scope.roleArn, scope.externalId]);
    const held = entrances.get(key);
    if (held !== undefined) return held;
    const entrance: Entrance = {
      clients:
        scope.roleArn === undefined
          ? ownClients(scope.region)
          : make(scope.region, () => Promise.resolve(credentialsOf(entrance))),
      credentials: null,
      freshUntil: 0,
      usableUntil: 0,
    };
    entrances.set(key, entrance);
    return entrance;
  }

  async function open(scope: CloudScope, signal: AbortSignal): Promise<Clients> {
    const entrance = entranceOf(scope);
    const now = options.now().getTime();
    if (now < entrance.freshUntil) return entrance.clients;
    entrance.freshUntil = 0;
    const usable = now < entrance.usableUntil;
    // Leaves the call itself some time, should STS be what does not answer.
    const half = AbortSignal.timeout(options.requestTimeoutMs / 2);
    try {
      const bound = usable ? AbortSignal.any([signal, half]) : signal;
      await renew({ scope, entrance, own: ownClients, options }, bound, now);
    } catch (error) {
      if (!(usable && isNoAnswer(error))) {
        entrance.usableUntil = 0;
        throw error;
      }
      // A server must be taken away on time also while STS is down: nothing says that we may not.
      entrance.freshUntil = Math.min(now + ASK_AGAIN_AFTER_MS, entrance.usableUntil);
    }
    return entrance.clients;
  }

  function close(): void {
    for (const { clients } of entrances.values()) clients.close();
    for (const clients of own.values()) clients.close();
    entrances.clear();
    own.clear();
  }

  return { open, close };
}

function credentialsOf(entrance: Entrance): RoleCredentials {
  if (entrance.credentials !== null) return entrance.credentials;
  throw new CloudError('denied', 'NoCredentials', 'the role was not assumed yet');
}

interface Renewal {
  readonly scope: CloudScope;
  readonly entrance: Entrance;
  readonly own: (region: string) => Clients;
  readonly options: AccountsOptions;
}

/** Has STS hand out the role anew, and say whose credentials the scope's are. */
async function renew(renewal: Renewal, signal: AbortSignal, now: number): Promise<void> {
  const { scope, entrance } = renewal;
  const expiration = await assume(renewal, signal);
  await verify(scope, entrance.clients, signal);
  entrance.freshUntil = expiration === null ? now + VERIFY_EVERY_MS : expiration - RENEW_BEFORE_MS;
  entrance.usableUntil = expiration === null ? Number.POSITIVE_INFINITY : expiration - LAST_MS;
}

/** Takes the scope's role, if it has one, and tells when its credentials end. */
async function assume(renewal: Renewal, signal: AbortSignal): Promise<number | null> {
  const { scope, entrance, own, options } = renewal;
  if (scope.roleArn === undefined) return null;
  const { roleArn, externalId } = scope;
  const order = { roleArn, externalId, sessionName: options.sessionName };
  entrance.credentials = await assumeRole(own(scope.region), signal, order);
  return entrance.credentials.expiration.getTime();
}

function isNoAnswer(error: unknown): boolean {
  return error instanceof CloudError && ['unknown-outcome', 'throttled'].includes(error.failure);
}

/** Fails closed: a wrong role or stray keys must not launch in, or sweep, another account. */
async function verify(scope: CloudScope, clients: Clients, signal: AbortSignal): Promise<void> {
  const account = await callerAccount(clients, signal);
  if (account === scope.account) return;
  const detail = `environment ${scope.environment} is account ${scope.account}, but these credentials act in ${account}`;
  throw new CloudError('denied', 'WrongAccount', detail);
}
