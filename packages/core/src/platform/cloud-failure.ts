import type { CloudErrorFacts } from '@sekisho/contract/errors';
import { AppError } from './app-error.ts';
import { CloudError, type CloudFailure } from './cloud-error.ts';

type CloudCode = keyof CloudErrorFacts;

const codes: Readonly<Record<CloudFailure, CloudCode>> = {
  throttled: 'cloud-throttled',
  capacity: 'cloud-throttled',
  denied: 'cloud-denied',
  'token-mismatch': 'cloud-invalid',
  'not-found': 'cloud-invalid',
  conflict: 'cloud-throttled',
  limit: 'cloud-invalid',
  invalid: 'cloud-invalid',
  'unknown-outcome': 'cloud-unreachable',
};

const engineCodes: Readonly<Record<CloudFailure, CloudCode>> = {
  throttled: 'engine-busy',
  capacity: 'engine-busy',
  denied: 'engine-denied',
  'token-mismatch': 'engine-refused',
  'not-found': 'engine-refused',
  conflict: 'engine-busy',
  limit: 'engine-refused',
  invalid: 'engine-refused',
  'unknown-outcome': 'engine-unreachable',
};

/** Asks the cloud for a verb: its failures become answers that a person can act on. */
export async function askCloud<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    const detail = `${error.vendorCode}: ${error.detail}`.slice(0, 500);
    const known = error.of === 'engine' ? engineCodes : codes;
    throw new AppError(known[error.failure], { detail }, error);
  }
}
