import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { createWorld, type TestWorld } from '../../../../../test/support/world.ts';
import { refusal } from '../../../test/leases.ts';
import { signedIn } from '../../../test/sign-ins.ts';
import { principalOf, useSession } from '../sessions/sessions.ts';
import { addPasskey, judgeRegistering, recallChallenge, rememberChallenge } from './passkeys.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase() });
});
afterAll(() => world.database.close());

const key = (name: string) => ({
  ...{ credential_id: name, name, public_key: 'cose', counter: 0, transports: [] },
});

async function visit(who: string) {
  const { secret } = await signedIn(world, who);
  const row = await useSession(world.core.house, secret, 'console');
  if (row === null) throw new Error('nobody is signed in');
  return { row, principal: principalOf(row, world.clock.now()) };
}

it('is added to another only by who shows that other, however fresh the login', async () => {
  const { house } = world.core;
  const { row, principal } = await visit('engineer');
  await judgeRegistering(house, row, principal);
  await addPasskey(house, principal, key('first'));
  expect(await refusal(judgeRegistering(house, row, principal))).toBe('step-up-needed');
  await judgeRegistering(house, row, { ...principal, assurance: 'passkey' });
});

it('is the first only soon after signing in, and nobody’s whose key it was before', async () => {
  const { house } = world.core;
  const { principal } = await visit('sre');
  await addPasskey(house, principal, key('own'));
  const other = await visit('sre2');
  expect(await refusal(addPasskey(house, other.principal, key('own')))).toBe('passkey-failed');
  world.clock.turn(601);
  expect(await refusal(judgeRegistering(house, other.row, other.principal))).toBe('login-stale');
});

it('is not the first of whom the provider let in without asking, however new the session is', async () => {
  const { house } = world.core;
  const { row, principal } = await visit('support');
  await judgeRegistering(house, row, principal);
  const silent = { ...row, authenticated_at: new Date(row.created_at.getTime() - 601_000) };
  expect(await refusal(judgeRegistering(house, silent, principal))).toBe('login-stale');
});

it('signs what it was asked to, once, for what it was asked', async () => {
  const { house } = world.core;
  const { row } = await visit('support');
  const asked = { session: row.id, challenge: 'nonce' };
  await rememberChallenge(house, { ...asked, purpose: 'register' });
  expect(await refusal(recallChallenge(house, row.id, 'step-up'))).toBe('passkey-failed');
  await rememberChallenge(house, { ...asked, purpose: 'step-up' });
  expect(await recallChallenge(house, row.id, 'step-up')).toBe('nonce');
  expect(await refusal(recallChallenge(house, row.id, 'step-up'))).toBe('passkey-failed');
});
