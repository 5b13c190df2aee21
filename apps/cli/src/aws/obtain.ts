import { createHash } from 'node:crypto';
import { createSignIn } from '@sekisho/aws/sign-in';
import { CloudError } from '@sekisho/core/cloud';
import type { Asked } from '../commands/options.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';
import { type AskedProfile, askedProfile } from './asked-profile.ts';
import { borrow } from './borrow.ts';
import type { Errand } from './errand.ts';
import { keptFolder, openVault } from './open-vault.ts';
import { type KeptCredentials, memoryOf } from './remembered.ts';
import { roleCredentials } from './role-credentials.ts';
import { openScreen } from './screen.ts';
import { holdLock } from './vault/hold-lock.ts';
import { memoryVault } from './vault/vault.ts';

/** Credentials that end sooner are had anew: whoever takes them needs a while. */
const margin = 5 * 60_000;

export interface Obtained {
  readonly profile: AskedProfile;
  /** `expiresAt` is the end of the credentials or of the lease, whichever is first. */
  readonly credentials: KeptCredentials;
}

/**
 * Credentials for the profile that a command line names: those that are kept, or new ones by a lease
 * and the person's own sign-in at the portal.
 * Errors: `Failure`
 */
export async function obtain(host: Host, options: Asked['options']): Promise<Obtained> {
  const profile = await askedProfile(host, options);
  const screen = openScreen(host);
  const { startUrl, region } = profile.identityCenter;
  const signIn = createSignIn({ startUrl, region, now: host.now });
  try {
    const vault = await openVault(screen, options);
    const keys = isAsItIs(options, profile) ? memoryVault() : vault;
    const memory = memoryOf({ vault, keys }, host, profile);
    const errand: Errand = { host: screen.host, screen, options, profile, memory, signIn };
    const kept = await usable(errand);
    if (kept !== null) return { profile, credentials: kept };
    // Whoever else asks for the same at the same time waits, and then finds it kept.
    const credentials = await holdLock(
      host,
      lockOf(host, profile),
      async () => (await usable(errand)) ?? fresh(errand),
      async () => screen.host.stderr.write(`${say(host, 'aws-other-waits')}\n`),
    );
    return { profile, credentials };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    const facts = { set: profile.permissionSet, account: profile.accountName };
    throw new Failure(
      'unavailable',
      say(host, 'aws-no-answer', { ...facts, detail: error.vendorCode }),
    );
  } finally {
    signIn.close();
    screen.close();
  }
}

/**
 * Whether a lent set is taken as it is assigned now. Such keys are not kept: they would outlive the
 * lease that nobody asked about, and what is assigned later is AWS's to say each time.
 */
function isAsItIs(options: Asked['options'], { standing }: AskedProfile): boolean {
  return options['lease'] === false && !standing;
}

async function usable({ host, memory }: Errand): Promise<KeptCredentials | null> {
  const kept = await memory.credentials.read();
  return kept !== null && host.now() < kept.until ? kept : null;
}

async function fresh(errand: Errand): Promise<KeptCredentials> {
  const loan = await borrow(errand);
  const credentials = await roleCredentials(errand, loan.until !== null);
  const end = loan.until ?? Number.POSITIVE_INFINITY;
  const kept = {
    ...credentials,
    // Its reader comes back at that moment, and then asks for a new lease.
    expiresAt: Math.min(credentials.expiresAt, end),
    until: Math.min(credentials.expiresAt - margin, end),
  };
  await errand.memory.credentials.write(kept);
  return kept;
}

function lockOf(host: Host, { identityCenter, accountId, permissionSet }: AskedProfile): string {
  const name = [identityCenter.startUrl, accountId, permissionSet].join(' ');
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 16);
  return `${keptFolder(host)}/${hash}.lock`;
}
