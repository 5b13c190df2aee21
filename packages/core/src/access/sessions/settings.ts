import { createHash } from 'node:crypto';
import {
  type AccessConfig,
  type Config,
  canonicalJson,
  type LiveSessionsConfig,
} from '@sekisho/config';
import { AppError } from '../../platform/app-error.ts';
import { type CloudScope, cloudScope } from '../../platform/cloud-scope.ts';
import { longestDocument, statementShape } from './document.ts';

/** Configured to end live sessions. */
export type SessionsSettings = AccessConfig & { readonly liveSessions: LiveSessionsConfig };

/** The settings of the configuration in force; null while ending live sessions is off. */
export function sessionsSettings({ access }: Pick<Config, 'access'>): SessionsSettings | null {
  if (access === null || access.liveSessions === null) return null;
  return { ...access, liveSessions: access.liveSessions };
}

/** Errors: `live-sessions-off`. */
export function needSettings(config: Pick<Config, 'access'>): SessionsSettings {
  const settings = sessionsSettings(config);
  if (settings === null) throw new AppError('live-sessions-off', {});
  return settings;
}

/** The hash of what an approval binds: a change of any of it makes another. */
export function settingsHash(
  installation: string,
  { account, liveSessions, accounts }: SessionsSettings,
): string {
  const covered = accounts.map(({ id }) => id).sort();
  const shape = { statement: statementShape, limit: longestDocument };
  const text = canonicalJson({ installation, center: account, liveSessions, covered, ...shape });
  return createHash('sha256').update(text).digest('hex');
}

/** Where policies are written, by a role that does nothing else. */
export function scopeOfPolicies({ region, liveSessions }: SessionsSettings): CloudScope {
  return cloudScope({ ...liveSessions, environment: 'live-sessions', region });
}
