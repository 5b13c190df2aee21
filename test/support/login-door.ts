import type { Database } from '@sekisho/core';
import type { HttpDoorOptions } from '../../apps/server/src/http/options.ts';
import { freePort } from './free-port.ts';
import { type OpenDoor, openDoor } from './open-door.ts';
import { clientSecret, startProvider, type TestProvider } from './provider.ts';
import { practiceConfig } from './world.ts';

/** A door with a real provider of logins behind it. */
export interface LoginDoor extends OpenDoor {
  /** Address under which browsers know it. */
  readonly base: string;
  readonly provider: TestProvider;
}

/** Who the provider knows, by subject: three of the roster, a stranger, and one whose address is not verified. */
const accounts = {
  engineer: { email: 'Taro.Suzuki@example.com', email_verified: true },
  sre: { email: 'Hanako.Sato@example.com', email_verified: true },
  sre2: { email: 'ken.watanabe@example.com', email_verified: true },
  stranger: { email: 'mallory@example.com', email_verified: true },
  unverified: { email: 'taro.suzuki@example.com', email_verified: false },
};

/**
 * Opens it.
 * @param edit changes the YAML, with `login:` in it, before it is read
 * @param database one that is open already; a new one without it
 */
export async function openLoginDoor(
  more: Partial<HttpDoorOptions> = {},
  edit: (yaml: string) => string = (yaml) => yaml,
  database?: Database,
): Promise<LoginDoor> {
  let provider: Promise<TestProvider> | null = null;
  let base = '';
  const port = await freePort();
  const door = await openDoor(
    {
      practice: null,
      secret: (name) => (name === 'SEKISHO_LOGIN_SECRET' ? clientSecret : undefined),
      ...more,
    },
    (url) => {
      base = url;
      provider = startProvider(accounts, [`${url}/login/callback`], port);
      const login = `login:\n  issuer: http://localhost:${port}\n  clientId: sekisho\n  clientSecretVariable: SEKISHO_LOGIN_SECRET\n`;
      return practiceConfig((yaml) => edit(`${yaml}\nurl: ${url}\n${login}`));
    },
    database,
  );
  const started = await (provider as unknown as Promise<TestProvider>);
  return {
    ...{ ...door, base, provider: started },
    async close() {
      await door.close();
      await started.close();
    },
  };
}
