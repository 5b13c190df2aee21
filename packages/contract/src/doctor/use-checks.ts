import type { Outcomes } from './levels.ts';

/** What a role may do of what one of the generated policies gives. */
const byPolicy = {
  granted: ['ok', 'role', 'policy'],
  denied: ['error', 'role', 'actions', 'policy', 'detail'],
  unsure: ['warning', 'role', 'actions', 'policy', 'keys'],
  untried: ['skipped', 'role', 'policy'],
  own: ['skipped'],
} as const satisfies Outcomes;

/** Checks of what is lent and read in AWS besides ops servers, wherever the configuration says so. */
export const useChecks = {
  'access-permission': byPolicy,
  'removal-role': {
    good: ['ok', 'role'],
    missing: ['error', 'role'],
    untrusted: ['error', 'role'],
  },
  'ci-permission': byPolicy,
  'recording-permission': byPolicy,
  'recording-place': {
    good: ['ok', 'place', 'encryption'],
    bounded: ['ok', 'place', 'encryption', 'days'],
    bare: ['error', 'place'],
    missing: ['error', 'place'],
    keyless: ['error', 'place'],
  },
  'source-permission': byPolicy,
} as const satisfies Readonly<Record<string, Outcomes>>;
