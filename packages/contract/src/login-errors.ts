/** Failures of signing in, and their classes. */
export const loginErrorClasses = {
  'not-signed-in': 'unauthenticated',
  'not-in-roster': 'refused',
  'email-unverified': 'refused',
  'login-failed': 'refused',
  'login-lost': 'refused',
  'login-stale': 'refused',
  'step-up-needed': 'refused',
  'passkey-failed': 'refused',
  'guest-refused': 'refused',
  'session-not-found': 'not-found',
  'passkey-not-found': 'not-found',
  'link-not-found': 'not-found',
  'link-taken': 'conflict',
} as const;

/** Facts that the sentences of those failures need. */
export interface LoginErrorFacts {
  /** `login` is the path of the login where there is one. */
  'not-signed-in': { login?: string };
  'not-in-roster': { who: string };
  'email-unverified': { who: string };
  /** `problem` is a code of OAuth, or a short one of ours. */
  'login-failed': { problem: string };
  /** `url` is the page where it can be shown; empty where nobody knows it. */
  'step-up-needed': { needed: 'passkey' | 'login'; url: string };
  'session-not-found': { id: string };
  'passkey-not-found': { id: string };
  'link-not-found': { id: string };
  'link-taken': { id: string; holder: string };
}
