import { startAuthentication } from '@simplewebauthn/browser';
import { postTo } from './post-to.ts';

/**
 * Shows again who we are: a passkey, or, where a login is enough and there is none, the provider's
 * login, which leaves this page. Errors: `ProblemError`, or the browser's own when none was shown.
 */
export async function stepUp(needed: unknown): Promise<void> {
  const { known, ...options } = await postTo<{ known: number } & Parameters<typeof ask>[0]>(
    '/login/passkey/step-up/options',
    {},
  );
  if (known === 0 && needed === 'login') return signInAnew();
  // The browser would wait for a passkey that nobody has.
  if (known === 0) throw new Error('no passkey is registered');
  await postTo('/login/passkey/step-up', { response: await ask(options) });
}

function ask(options: Parameters<typeof startAuthentication>[0]['optionsJSON']) {
  return startAuthentication({ optionsJSON: options });
}

/** Leaves this page for the provider, which asks anew who we are, and comes back to it. */
export function signInAnew(): Promise<never> {
  const back = encodeURIComponent(location.pathname + location.search);
  location.assign(`/login?fresh=1&return=${back}`);
  return new Promise(() => undefined);
}
