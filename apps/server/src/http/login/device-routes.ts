import { randomBytes } from 'node:crypto';
import {
  AppError,
  answerDevice,
  askForDevice,
  deviceSeconds,
  findDevice,
  type House,
  sharedFailures,
  takeDeviceSession,
} from '@sekisho/core';
import { Hono } from 'hono';
import { readJson } from '../../read-json.ts';
import { createSignInLimit } from '../../sign-in-limit.ts';
import { refuseOtherMethods } from '../methods.ts';
import type { DoorEnv, HttpDoorOptions } from '../options.ts';
import { addressOf } from '../who-asks.ts';
import { readText } from './read-text.ts';
import { loginBase, needSession } from './session-of.ts';

/** Machines of one address that may ask in a minute, and codes that nobody was given. */
const mostAsked = 30;

/** Wrong codes that a person may type in ten minutes; there are 25 thousand million. */
const wrongCodes = { most: 10, windowSeconds: 600 };

/**
 * Signing a command line in, as of RFC 8628: `POST /` asks for codes, `POST /token` for the session,
 * and, for whoever is signed in to the console, `POST /asked` shows who asks and `POST /answer` lets
 * it in or not.
 */
export function deviceRoutes(options: HttpDoorOptions): Hono<DoorEnv> {
  const { house } = options.core;
  const { asking, polling, typing } = limitsOf(house);
  const routes = new Hono<DoorEnv>();
  routes.post('/', async (c) => {
    const base = needBase(options);
    await asking.attempt(addressOf(c), randomBytes(8).toString('hex'), () => null);
    const { client } = await readJson(c.req.raw);
    const asked = { client: readText('client', client, 200), address: addressOf(c) };
    const { deviceCode, userCode } = await askForDevice(house, asked);
    const page = new URL('/device', base).href;
    c.header('cache-control', 'no-store');
    return c.json({
      device_code: deviceCode,
      user_code: userCode,
      verification_uri: page,
      verification_uri_complete: `${page}?code=${userCode}`,
      expires_in: deviceSeconds.valid,
      interval: deviceSeconds.interval,
    });
  });
  routes.post('/token', async (c) => {
    needBase(options);
    const { device_code: code } = await readJson(c.req.raw);
    const deviceCode = readText('device_code', code, 100);
    const limits = { maximumSeconds: house.config().login?.maximumSeconds ?? 0 };
    const taken = await polling.attempt(addressOf(c), deviceCode, async () => {
      const found = await takeDeviceSession(house, deviceCode, limits);
      return 'error' in found && found.error === 'expired_token' ? null : found;
    });
    const answer = taken ?? { error: 'expired_token' as const };
    c.header('cache-control', 'no-store');
    if ('error' in answer) return c.json({ error: answer.error }, 400);
    const { secret, expiresAt } = answer.session;
    const left = Math.floor((expiresAt.getTime() - house.clock.now().getTime()) / 1000);
    return c.json({ access_token: secret, token_type: 'Bearer', expires_in: left });
  });
  routes.post('/asked', async (c) => {
    const { principal } = await needSession(c, house);
    const { code } = await readJson(c.req.raw);
    const userCode = readText('code', code, 60);
    const found = await typing.attempt(principal.id, userCode, () => findDevice(house, userCode));
    if (found === null) throw new AppError('device-code-unknown', {});
    const { client, address, created_at: at } = found;
    c.header('cache-control', 'no-store');
    return c.json({ client, address, at: at.toISOString() });
  });
  routes.post('/answer', async (c) => {
    const { principal } = await needSession(c, house);
    const { code, yes } = await readJson(c.req.raw);
    const answer = { userCode: readText('code', code, 60), yes: yes === true };
    const answered = await typing.attempt(principal.id, answer.userCode, () =>
      answerDevice(house, { principal }, answer),
    );
    if (answered === null) throw new AppError('device-code-unknown', {});
    return c.json({ client: answered.client, yes: answer.yes });
  });
  for (const path of ['/', '/token', '/asked', '/answer']) refuseOtherMethods(routes, path, 'POST');
  return routes;
}

function limitsOf(house: House) {
  const counting = { clock: house.clock, shared: sharedFailures(house) };
  const limit = (name: string, more: { readonly most: number; readonly windowSeconds?: number }) =>
    createSignInLimit({ ...counting, name, ...more });
  return {
    asking: limit('device', { most: mostAsked }),
    polling: limit('device-token', { most: mostAsked }),
    typing: limit('device-code', wrongCodes),
  };
}

/** Errors: `not-signed-in` where no login is set up. */
function needBase({ core: { house } }: HttpDoorOptions): URL {
  const base = loginBase(house);
  if (base === null) throw new AppError('not-signed-in', {});
  return base;
}
