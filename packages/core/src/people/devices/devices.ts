import { addSeconds } from '../../platform/clock.ts';
import { type Context, type House, type Tx, transact } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { personOf } from '../roster.ts';
import { type OpenedSession, openSessionIn, plain } from '../sessions/sessions.ts';
import { hashToken } from '../store.ts';
import {
  answerPending,
  type DeviceLoginRow,
  deleteDeviceLogin,
  insertDeviceLogin,
  lockDeviceLogin,
  noteAsked,
  readPending,
} from './store.ts';
import { newUserCode, readUserCode } from './user-code.ts';

/** Seconds that a person has to answer, and between a machine's questions. */
export const deviceSeconds = { valid: 600, interval: 5 };

/** What a machine is given that asks to be signed in. */
export interface AskedDevice {
  readonly deviceCode: string;
  readonly userCode: string;
}

/** Remembers that a machine asks to be signed in. Source of the shapes: RFC 8628. */
export async function askForDevice(
  house: House,
  { client, address }: { readonly client: string; readonly address: string },
): Promise<AskedDevice> {
  const deviceCode = house.ids.secret();
  const userCode = newUserCode(house.ids);
  await transactAsSystem(house, (tx) =>
    insertDeviceLogin(tx, {
      hash: hashToken(deviceCode),
      user_code_hash: hashToken(readUserCode(userCode)),
      client: plain(client),
      address,
      ...{ state: 'pending', person: null, authenticated_at: null, asked_at: null },
      interval_seconds: deviceSeconds.interval,
      created_at: tx.now,
      expires_at: addSeconds(tx.now, deviceSeconds.valid),
    }),
  );
  return { deviceCode, userCode };
}

/** The machine behind a code that a person typed; null when none waits by it. */
export async function findDevice(
  house: House,
  userCode: string,
): Promise<Pick<DeviceLoginRow, 'client' | 'address' | 'created_at'> | null> {
  const hash = hashToken(readUserCode(userCode));
  return (await readPending(house.database.kysely, hash, house.clock.now())) ?? null;
}

/** Answers a machine for the person who is signed in; null when none waits by the code. */
export async function answerDevice(
  house: House,
  { principal }: Pick<Context, 'principal'>,
  { userCode, yes }: { readonly userCode: string; readonly yes: boolean },
): Promise<Pick<DeviceLoginRow, 'client'> | null> {
  return transact(house, principal, async (tx) => {
    const row = await answerPending(tx, hashToken(readUserCode(userCode)), {
      state: yes ? 'approved' : 'denied',
      person: principal.id,
      authenticated_at: new Date(principal.authenticatedAt),
    });
    if (row === undefined) return null;
    tx.record({ action: yes ? 'device.approve' : 'device.deny', data: { address: row.address } });
    return row;
  });
}

/** What a machine is told that asks again: a session, or the code of RFC 8628 for waiting or giving up. */
export type DeviceAnswer =
  | { readonly session: OpenedSession }
  | { readonly error: 'authorization_pending' | 'slow_down' | 'access_denied' | 'expired_token' };

/** Hands the session of an approved login out, once. */
export async function takeDeviceSession(
  house: House,
  deviceCode: string,
  limits: { readonly maximumSeconds: number },
): Promise<DeviceAnswer> {
  return transactAsSystem(house, async (tx) => {
    const row = await lockDeviceLogin(tx, hashToken(deviceCode));
    if (row === undefined || row.expires_at <= tx.now) return { error: 'expired_token' };
    if (row.state === 'pending') return { error: await wait(tx, row) };
    await deleteDeviceLogin(tx, row.hash);
    const { person, client, address, authenticated_at: authenticatedAt } = row;
    const known = person !== null && personOf(tx.config, person) !== undefined;
    if (row.state === 'denied' || !known || authenticatedAt === null) {
      return { error: 'access_denied' };
    }
    const session = await openSessionIn(tx, {
      ...{ person, client, address, authenticatedAt, kind: 'device' },
      limits: { ...limits, idleSeconds: null },
    });
    return { session };
  });
}

/** Whoever asks too often waits longer from then on. */
async function wait(
  tx: Tx,
  { hash, asked_at: asked, interval_seconds: seconds }: DeviceLoginRow,
): Promise<'authorization_pending' | 'slow_down'> {
  const hasty = asked !== null && tx.now.getTime() - asked.getTime() < seconds * 1000;
  await noteAsked(tx, hash, hasty ? Math.min(seconds + 5, 60) : seconds);
  return hasty ? 'slow_down' : 'authorization_pending';
}
