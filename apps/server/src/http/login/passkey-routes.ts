import {
  AppError,
  addPasskey,
  type House,
  judgeRegistering,
  passkeysOfPerson,
  personOf,
  recallChallenge,
  rememberChallenge,
  stepUp,
} from '@sekisho/core';
import { Hono } from 'hono';
import { readJson } from '../../read-json.ts';
import { refuseOtherMethods } from '../methods.ts';
import type { DoorEnv, HttpDoorOptions } from '../options.ts';
import { readText } from './read-text.ts';
import { loginBase, needSession, type SignedIn } from './session-of.ts';

type WebAuthn = typeof import('@simplewebauthn/server');

/**
 * Passkeys of whoever is signed in to the console. Each is a question and its answer: `POST
 * /register/options` and `POST /register`, `POST /step-up/options` and `POST /step-up`.
 */
export function passkeyRoutes({ core: { house }, signInLimit }: HttpDoorOptions): Hono<DoorEnv> {
  const routes = new Hono<DoorEnv>();
  // Loaded when somebody has a passkey in hand: no server needs it to open.
  const webAuthn = (): Promise<WebAuthn> => import('@simplewebauthn/server');
  routes.post('/register/options', async (c) => {
    const signedIn = await needSession(c, house);
    await judgeRegistering(house, signedIn.session, signedIn.principal);
    const made = await registration(await webAuthn(), house, signedIn);
    await remember(house, signedIn, 'register', made.challenge);
    return c.json(made);
  });
  routes.post('/register', async (c) => {
    const signedIn = await needSession(c, house);
    const { name, response } = await readJson(c.req.raw);
    const called = readText('name', name, 80);
    await judgeRegistering(house, signedIn.session, signedIn.principal);
    const challenge = await recallChallenge(house, signedIn.session.id, 'register');
    const key = await registered(await webAuthn(), house, { challenge, response });
    const { id } = await addPasskey(house, signedIn.principal, { ...key, name: called });
    return c.json({ id });
  });
  routes.post('/step-up/options', async (c) => {
    const signedIn = await needSession(c, house);
    const known = await passkeysOfPerson(house, signedIn.session.person);
    const { generateAuthenticationOptions } = await webAuthn();
    const asked = await generateAuthenticationOptions({
      rpID: party(house).hostname,
      userVerification: 'required',
      allowCredentials: known.map(({ credential_id: id, transports }) => ({ id, transports })),
    });
    await remember(house, signedIn, 'step-up', asked.challenge);
    return c.json({ ...asked, known: known.length });
  });
  routes.post('/step-up', async (c) => {
    const signedIn = await needSession(c, house);
    const { response } = await readJson(c.req.raw);
    const { id, person } = signedIn.session;
    const shown = await signInLimit.attempt(`passkey ${person}`, id, async () => {
      const challenge = await recallChallenge(house, id, 'step-up');
      return asserted(await webAuthn(), house, { person, challenge, response });
    });
    if (shown === null) throw new AppError('passkey-failed', {});
    await stepUp(house, signedIn.session, shown);
    return c.json({ steppedUp: true });
  });
  for (const path of ['/register/options', '/register', '/step-up/options', '/step-up']) {
    refuseOtherMethods(routes, path, 'POST');
  }
  return routes;
}

/** Whose passkeys they are: browsers show one only to the host that it was made for. */
function party(house: House): URL {
  const base = loginBase(house);
  if (base === null) throw new AppError('not-signed-in', {});
  return base;
}

function remember(
  house: House,
  { session }: SignedIn,
  purpose: 'register' | 'step-up',
  challenge: string,
): Promise<void> {
  return rememberChallenge(house, { session: session.id, purpose, challenge });
}

async function registration(
  { generateRegistrationOptions }: WebAuthn,
  house: House,
  { session: { person } }: SignedIn,
) {
  const known = await passkeysOfPerson(house, person);
  const config = house.config();
  const { name, language = 'en' } = personOf(config, person) ?? {};
  return generateRegistrationOptions({
    rpName: `Sekisho (${config.installation})`,
    rpID: party(house).hostname,
    userName: person,
    userDisplayName: name?.[language] ?? person,
    attestationType: 'none',
    excludeCredentials: known.map(({ credential_id: id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  });
}

/** Errors: `passkey-failed` for an answer that is not what was asked for. */
async function registered(
  { verifyRegistrationResponse }: WebAuthn,
  house: House,
  { challenge, response }: { readonly challenge: string; readonly response: unknown },
) {
  const { origin, hostname } = party(house);
  const verified = await verifyRegistrationResponse({
    ...{ response: response as never, expectedChallenge: challenge, expectedOrigin: origin },
    ...{ expectedRPID: hostname, requireUserVerification: true },
  }).catch((error: unknown) => {
    throw new AppError('passkey-failed', {}, error);
  });
  if (!verified.verified) throw new AppError('passkey-failed', {});
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
  return {
    ...{ credential_id: id, counter, transports: transports.slice(0, 10) },
    public_key: Buffer.from(publicKey).toString('base64url'),
  };
}

/** The passkey that signed, and how often it did so; null when it is none of the person's, or did not. */
async function asserted(
  { verifyAuthenticationResponse }: WebAuthn,
  house: House,
  { person, challenge, response }: { person: string; challenge: string; response: unknown },
) {
  const { origin, hostname } = party(house);
  const named = (response as { id?: unknown } | null)?.id;
  const known = await passkeysOfPerson(house, person);
  const passkey = known.find(({ credential_id: id }) => id === named);
  if (passkey === undefined) return null;
  const { credential_id: id, public_key: key, counter } = passkey;
  const verified = await verifyAuthenticationResponse({
    ...{ response: response as never, expectedChallenge: challenge, expectedOrigin: origin },
    ...{ expectedRPID: hostname, requireUserVerification: true },
    credential: { id, counter, publicKey: new Uint8Array(Buffer.from(key, 'base64url')) },
  }).catch(() => null);
  if (verified?.verified !== true) return null;
  return { passkey, counter: verified.authenticationInfo.newCounter };
}
