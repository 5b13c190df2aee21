import type { AlertPolicy } from '@sekisho/objectives/alerts';
import { clientErrorsKey } from '../evaluate/client-reading.ts';

/** Keys of a policy's alerts that wake somebody. */
export function pageKeys({ spentAt }: Pick<AlertPolicy, 'spentAt'>): ReadonlySet<string> {
  const spent = spentAt.filter((at) => at >= 1).map((at) => `spent-${at}`);
  return new Set(['burn-page', clientErrorsKey, ...spent]);
}
