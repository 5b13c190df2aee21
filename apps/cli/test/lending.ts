import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AccessLease, lease, type PossibleAccess } from '@sekisho/contract';
import { sampleLease } from '../../../test/support/sample-lease.ts';
import { type FakeServer, startFakeServer } from './fake-server.ts';
import { type FakeSignIn, startFakeSignIn } from './fake-sign-in.ts';
import { type Ended, emptyFolder, practiceAt, runCli } from './run-cli.ts';

/*
 * A server that lends one permission set, AWS's side of a sign-in, and a machine of somebody who uses both.
 */

const map = `
identityCenter: {startUrl: https://example.awsapps.com/start, region: ap-northeast-1, session: corp}
accounts:
  production:
    id: "111122223333"
    production: true
    permissionSets: [ReadOnly, {name: Always, standing: true}]
    roles: [{name: Deploy, from: {account: production, permissionSet: ReadOnly}}]
`;

export const passphrase = 'correct horse battery';

export interface Lending {
  readonly server: FakeServer;
  readonly aws: FakeSignIn;
  readonly home: string;
  /** Where the account map is. */
  readonly config: string;
  readonly env: Readonly<Record<string, string>>;
  /** The lease that the server knows; null before one was asked for. */
  lease: AccessLease | null;
  has: PossibleAccess['has'];
  /** How a lease goes on when it is looked at. */
  next: readonly Partial<AccessLease>[];
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended>;
  /** How often each verb was called. */
  calls(verb: string): number;
  /** Every byte of every file that the commands left. */
  left(): readonly Buffer[];
  close(): Promise<void>;
}

export async function startLending(): Promise<Lending> {
  const home = emptyFolder();
  const config = join(home, 'sekisho.yaml');
  writeFileSync(config, map);
  const aws = await startFakeSignIn();
  const look = () => {
    const [step, ...rest] = lending.next;
    lending.next = rest;
    lending.lease = { ...(lending.lease ?? accessLease({})), ...step };
    return lending.lease;
  };
  const server = await startFakeServer({
    'access.could': () => [couldHave(lending)],
    'access.request': (input) => {
      const asked = accessLease({ state: 'requested', reason: input.reason });
      lending.lease = asked;
      return { ...asked, alongside: [] };
    },
    'access.show': () => look(),
    'lease.show': () => look(),
    'timeline.list': () => [],
  });
  const env = {
    HOME: home,
    SEKISHO_DATA: practiceAt(server.url),
    SEKISHO_KEYCHAIN: 'off',
    SEKISHO_PASSPHRASE: passphrase,
    AWS_ENDPOINT_URL: aws.url,
  };
  const lending: Lending = {
    ...{ server, aws, home, config, env, lease: null, has: null },
    next: [{ state: 'active', step: 'ready' }],
    run: (args, more = {}) =>
      runCli(['aws', ...args], { cwd: home, env: { ...env, ...more }, away: true }),
    calls: (verb) => server.seen.filter((one) => one.verb === verb).length,
    left: () =>
      readdirSync(home, { recursive: true, encoding: 'utf8' })
        .map((name) => join(home, name))
        .filter((path) => statSync(path).isFile())
        .map((path) => readFileSync(path)),
    close: async () => {
      await server.close();
      await aws.close();
    },
  };
  return lending;
}

/** What a lease of any kind has. */
const common = lease.parse(sampleLease());

export function accessLease(facts: Partial<AccessLease>): AccessLease {
  return {
    ...common,
    ...{ id: 'acc-7k3f9q2m', kind: 'permission-set', account: '111122223333' },
    ...{ accountName: 'production', permissionSet: 'ReadOnly', userName: 'ann', group: null },
    ...{ sessionSeconds: 3600, liveSessions: null, portalUrl: null },
    deadline: new Date(Date.now() + 30 * 60_000).toISOString(),
    approval: { count: 1, from: ['group:sre'], people: ['sato'] },
    ...facts,
  };
}

function couldHave({ has, ...known }: Lending): PossibleAccess {
  return {
    ...{ account: '111122223333', accountName: 'production', environment: null, production: true },
    ...{ permissionSet: 'ReadOnly', has, lease: known.lease?.id ?? null, verdict: 'with-approval' },
    ...{ maximumSeconds: 3600, mayBreakGlass: false, rule: 'any', refusal: null },
    approval: { count: 1, from: ['group:sre'], people: ['sato'] },
  };
}
