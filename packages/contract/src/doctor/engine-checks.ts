import type { Outcomes } from './levels.ts';

/** Checks of each environment's container engine. */
export const engineChecks = {
  'container-engine': {
    good: ['ok', 'endpoint', 'version'],
    unreachable: ['error', 'endpoint', 'detail'],
    denied: ['error', 'endpoint', 'detail'],
    'no-certificates': ['error', 'endpoint', 'detail'],
  },
  'container-image': {
    good: ['ok', 'image'],
    missing: ['error', 'image'],
    refused: ['error', 'image', 'detail'],
  },
  'container-network': { good: ['ok', 'network'], missing: ['error', 'network'] },
  'clock-engine': {
    good: ['ok', 'seconds', 'bound'],
    off: ['warning', 'seconds', 'bound'],
    far: ['error', 'seconds', 'bound'],
  },
} as const satisfies Readonly<Record<string, Outcomes>>;
