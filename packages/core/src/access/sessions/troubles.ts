import { page } from '../../leases/index.ts';
import { addSeconds } from '../../platform/clock.ts';
import type { CloudError } from '../../platform/cloud-error.ts';
import type { House, Tx } from '../../platform/context.ts';
import { settingIn, writeSetting } from '../../platform/settings.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';

/** Why an account's policy does not say what it should. Moments are ISO 8601. */
export interface Trouble {
  /** AWS's code. */
  readonly code: string;
  readonly since: string;
  readonly tries: number;
  /** AWS is not asked again before. */
  readonly notBefore: string;
}

type Refused = Pick<CloudError, 'failure' | 'vendorCode'>;

/** By account, twelve digits. */
export type Troubles = Readonly<Record<string, Trouble>>;

const key = 'live-sessions-troubles';

/** After so long on-call hears that AWS does not do what it is told. */
export const patientSeconds = 15 * 60;

/** What will not succeed by being asked again soon; the rest is tried in every pass. */
const lasting: readonly CloudError['failure'][] = ['limit', 'invalid', 'denied'];
const waitsSeconds = [10, 60, 600] as const;

export async function readTroubles(tx: Tx): Promise<Troubles> {
  return (await settingIn<Troubles>(tx, key)) ?? {};
}

/** Remembers that AWS refused something for these accounts. */
export function keepTroubles(
  house: House,
  accounts: readonly string[],
  error: Refused,
): Promise<void> {
  return transactAsSystem(house, async (tx) => {
    const all = await readTroubles(tx);
    const fresh = accounts.map((account) => [account, next(tx, all[account], error)]);
    await writeSetting(tx, key, { ...all, ...Object.fromEntries(fresh) });
  });
}

export async function forgetTrouble(tx: Tx, account: string): Promise<void> {
  const { [account]: mine, ...others } = await readTroubles(tx);
  if (mine !== undefined) await writeSetting(tx, key, others);
}

export function forgetTroubles(tx: Tx): Promise<void> {
  return writeSetting(tx, key, null);
}

function next(tx: Tx, before: Trouble | undefined, error: Refused): Trouble {
  const tries = (before?.tries ?? 0) + 1;
  const waits = waitsSeconds[Math.min(tries, waitsSeconds.length) - 1] ?? 0;
  const wait = lasting.includes(error.failure) ? waits : 0;
  return {
    ...{ code: error.vendorCode, tries, since: before?.since ?? tx.now.toISOString() },
    notBefore: addSeconds(tx.now, wait).toISOString(),
  };
}

/** Pages when denials that should be gone have not been taken away for long. */
export async function tellNotTrimmed(
  house: House,
  account: string,
  { code, since }: Pick<Trouble, 'code' | 'since'>,
): Promise<void> {
  if (house.clock.now() < addSeconds(new Date(since), patientSeconds)) return;
  const facts = { account, since, because: code };
  await transactAsSystem(house, async (tx) =>
    page(tx, 'sessions-not-trimmed', facts, `sessions-not-trimmed:${account}:${since}`),
  );
}
