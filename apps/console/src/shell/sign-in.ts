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

/** Signs in when the page is opened with a secret, or when one is pasted into its address. */
export function useSignIn(): SignIn {
  const [state, setState] = useState<SignIn>(() => (hasSecret() || asked ? 'busy' : 'none'));
  useEffect(() => {
    let gone = false;
    const look = () => {
      const secret = secretOf(location.hash);
      if (secret !== null) asked = trade(secret);
      if (asked === null) return;
      setState('busy');
      void asked.then((ok) => {
        if (!gone) setState(ok ? 'done' : 'refused');
      });
    };
    look();
    window.addEventListener('hashchange', look);
    return () => {
      gone = true;
      window.removeEventListener('hashchange', look);
    };
  }, []);
  return state;
}
