import type { Config } from '@sekisho/config';
import { type CloudScope, scopeOfEnvironment } from '../platform/cloud-scope.ts';
import type { SessionRow } from './store.ts';

/** Where a session's recording is asked for; null when its environment is configured no more, or elsewhere. */
export function scopeOfSession(
  { environments }: Config,
  { environment, account, region }: Pick<SessionRow, 'environment' | 'account' | 'region'>,
): CloudScope | null {
  const now = environments[environment];
  if (now === undefined || now.account !== account || now.region !== region) return null;
  return scopeOfEnvironment(now);
}
