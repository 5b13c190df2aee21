import { contextOf, type TestWorld } from '../../../test/support/world.ts';
import {
  addPasskey,
  askForLink,
  confirmLink,
  type OpenedSession,
  openSession,
} from '../src/people/index.ts';

/** Opens a session as a door would after a login. */
export function signedIn(
  { core, clock }: Pick<TestWorld, 'core' | 'clock'>,
  person: string,
  kind: 'console' | 'device' = 'console',
): Promise<OpenedSession> {
  return openSession(core.house, {
    ...{ person, kind, client: 'Firefox on a test', address: '192.0.2.7' },
    authenticatedAt: clock.now(),
    limits: { maximumSeconds: 12 * 3600, idleSeconds: kind === 'console' ? 2 * 3600 : null },
  });
}

export async function plantedSession(world: TestWorld, person: string): Promise<string> {
  return (await signedIn(world, person)).id;
}

/** A passkey as it is kept; nobody has the key to it. */
export async function plantedPasskey({ core }: TestWorld, person: string): Promise<string> {
  const made = {
    ...{ credential_id: core.house.ids.secret(), name: 'test', public_key: 'AA' },
    ...{ counter: 0, transports: [] },
  };
  return (await addPasskey(core.house, contextOf(person).principal, made)).id;
}

export async function plantedLink({ core }: TestWorld, person: string): Promise<string> {
  const user = core.house.ids.id('U').toUpperCase();
  const secret = await askForLink(core.house, { team: 'T0TEST', user });
  return (await confirmLink(core.house, contextOf(person).principal, secret)).id;
}
