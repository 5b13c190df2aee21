import { z } from 'zod';
import { type Moment, operation } from '../operation.ts';
import { practiceIdentityCenter } from '../sso/place.ts';
import { Refusal } from '../world/refusal.ts';
import { hex } from '../world/rng.ts';
import type { World } from '../world/world.ts';
import type { DeviceRow } from './rows.ts';

const second = 1000;
const registrationMs = 90 * 24 * 3600 * second;
const deviceMs = 600 * second;
const tokenSeconds = 8 * 3600;

/** Where a browser goes to sign a device in. */
export const signInPath = '/_practice/sign-in';

/** `RegisterClient`: the secret is made of the id, so that nothing has to be kept. */
export const registerClient = operation({
  service: 'sso-oauth',
  input: z.object({ clientName: z.string(), clientType: z.literal('public') }),
  run: ({ now, rng }, _asked) => {
    const clientId = hex(rng, 24);
    return {
      ...{ clientId, clientSecret: secretOf(clientId) },
      clientIdIssuedAt: Math.floor(now / second),
      clientSecretExpiresAt: Math.floor((now + registrationMs) / second),
    };
  },
});

/** `StartDeviceAuthorization`. Errors: `InvalidClientException`, `InvalidRequestException` for another start URL. */
export const startDeviceAuthorization = operation({
  service: 'sso-oauth',
  input: z.strictObject({ clientId: z.string(), clientSecret: z.string(), startUrl: z.string() }),
  run: ({ world, now, rng }, asked) => {
    judgeClient(asked);
    if (asked.startUrl.replace(/[#/]+$/, '') !== practiceIdentityCenter.startUrl) {
      const message = `Practice's access portal is ${practiceIdentityCenter.startUrl}.`;
      throw new Refusal('InvalidRequestException', message);
    }
    const letters = hex(rng, 8).toUpperCase();
    const row: DeviceRow = {
      deviceCode: hex(rng, 40),
      userCode: `${letters.slice(0, 4)}-${letters.slice(4)}`,
      clientId: asked.clientId,
      expiresAt: now + deviceMs,
      userId: null,
    };
    world.devices.put(row.deviceCode, row);
    const { deviceCode, userCode } = row;
    const verificationUriComplete = `${signInPath}?user_code=${userCode}`;
    return {
      ...{ deviceCode, userCode, verificationUri: signInPath, verificationUriComplete },
      ...{ expiresIn: deviceMs / second, interval: 1 },
    };
  },
});

/**
 * `CreateToken` for a device that was signed in, or by a refresh token. Errors: `AuthorizationPendingException`,
 * `ExpiredTokenException`, `InvalidGrantException`, `InvalidClientException`, `UnsupportedGrantTypeException`.
 */
export const createToken = operation({
  service: 'sso-oauth',
  input: z.object({
    ...{ clientId: z.string(), clientSecret: z.string(), grantType: z.string() },
    ...{ deviceCode: z.string().optional(), refreshToken: z.string().optional() },
  }),
  run: (moment, asked) => {
    judgeClient(asked);
    switch (asked.grantType) {
      case 'urn:ietf:params:oauth:grant-type:device_code':
        return issueToken(moment, takeDevice(moment, asked.clientId, asked.deviceCode ?? ''));
      case 'refresh_token':
        return issueToken(moment, takeToken(moment, asked.refreshToken ?? ''));
      default:
        throw new Refusal('UnsupportedGrantTypeException', `Not ${asked.grantType}.`);
    }
  },
});

/** Signs a device in as a person of the directory. Errors: `Refusal` for another code, or another person. */
export function approveDevice(world: World, userCode: string, userName: string): void {
  const users = [...world.directory.users.values()];
  const user = users.find((each) => each.userName === userName && each.enabled);
  const device = [...world.devices.values()].find((each) => each.userCode === userCode);
  if (user === undefined) throw new Refusal('InvalidUser', `${userName} may not sign in.`, 404);
  if (device === undefined) {
    throw new Refusal('InvalidCode', `No device shows the code ${userCode}.`, 404);
  }
  world.devices.put(device.deviceCode, { ...device, userId: user.id });
}

function secretOf(clientId: string): string {
  return `practice-${clientId}`;
}

function judgeClient({ clientId, clientSecret }: Record<'clientId' | 'clientSecret', string>) {
  if (clientSecret === secretOf(clientId)) return;
  throw new Refusal('InvalidClientException', 'Invalid client', 401);
}

/** A device's code is good once. */
function takeDevice({ world }: Moment, clientId: string, code: string): string {
  const device = world.devices.get(code);
  if (device === undefined || device.clientId !== clientId) {
    throw new Refusal('ExpiredTokenException', 'The device code has expired or was used.');
  }
  if (device.userId === null) {
    throw new Refusal('AuthorizationPendingException', 'Nobody has signed this device in yet.');
  }
  world.devices.drop(code);
  return device.userId;
}

function takeToken({ world }: Moment, refreshToken: string): string {
  for (const row of world.portalTokens.values()) {
    if (row.refreshToken !== refreshToken) continue;
    world.portalTokens.drop(row.accessToken);
    return row.userId;
  }
  throw new Refusal('InvalidGrantException', 'The refresh token is not known.');
}

function issueToken({ world, now, rng }: Moment, userId: string) {
  const expiresAt = now + tokenSeconds * second;
  const row = { accessToken: hex(rng, 64), refreshToken: hex(rng, 64), userId, expiresAt };
  world.portalTokens.put(row.accessToken, row);
  const { accessToken, refreshToken } = row;
  return { accessToken, refreshToken, tokenType: 'Bearer' as const, expiresIn: tokenSeconds };
}
