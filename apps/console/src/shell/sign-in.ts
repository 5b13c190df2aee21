import { useEffect, useState } from 'react';

export type SignIn = 'none' | 'busy' | 'done' | 'refused';

/** Whether the address still holds the secret that practice printed. */
function hasSecret(): boolean {
  return secretOf(location.hash) !== null;
}

/** The secret in an address such as `#secret=abc`, or null. */
export function secretOf(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('secret');
}

let asked: Promise<boolean> | null = null;

/** Trades the secret for a cookie, and takes it out of the address and the history at once. */
function trade(secret: string): Promise<boolean> {
  history.replaceState(history.state, '', location.pathname + location.search);
  return fetch('/practice/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret }),
  }).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** Signs in once when the page was opened with a secret. */
export function useSignIn(): SignIn {
  const [state, setState] = useState<SignIn>(() => (hasSecret() || asked ? 'busy' : 'none'));
  useEffect(() => {
    const secret = secretOf(location.hash);
    // Effects run twice in development; the secret is traded once.
    if (secret !== null) asked ??= trade(secret);
    let gone = false;
    void asked?.then((ok) => {
      if (!gone) setState(ok ? 'done' : 'refused');
    });
    return () => {
      gone = true;
    };
  }, []);
  return state;
}
