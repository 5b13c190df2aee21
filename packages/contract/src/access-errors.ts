/** Failures of asking for permission sets, and their classes. */
export const accessErrorClasses = {
  'unknown-account': 'bad-input',
  'unknown-permission-set': 'bad-input',
  'too-many-accounts': 'bad-input',
  'access-not-set-up': 'refused',
  'not-in-directory': 'refused',
  'account-not-active': 'refused',
  'group-not-found': 'refused',
  'standing-already': 'refused',
  'has-already': 'conflict',
  'live-sessions-off': 'refused',
  'live-sessions-changed': 'conflict',
  'live-sessions-state': 'conflict',
} as const;

/** Facts that the sentences of those failures need. */
export interface AccessErrorFacts {
  'unknown-account': { value: string; known: readonly string[] };
  'unknown-permission-set': { value: string; account: string; known: readonly string[] };
  'too-many-accounts': { count: number; most: number };
  'not-in-directory': { who: string };
  'account-not-active': { account: string; id: string };
  'group-not-found': { value: string };
  'standing-already': { account: string; permissionSet: string };
  'has-already': { lease: string; permissionSet: string };
  'live-sessions-state': { state: string };
}
