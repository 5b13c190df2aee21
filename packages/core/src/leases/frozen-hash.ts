import { createHash } from 'node:crypto';
import { canonicalJson } from '@sekisho/config';
import type { Frozen } from './row.ts';

/** What an approval binds. */
interface Bound {
  readonly frozen: Frozen;
  readonly seconds: number;
  readonly environment: string;
  readonly requester: string;
}

/** The hash of what an approval binds: a change of any of it makes another. */
export function frozenHash({ frozen, seconds, environment, requester }: Bound): string {
  const text = canonicalJson({ frozen, seconds, environment, requester });
  return createHash('sha256').update(text).digest('hex');
}
