import type { LiveSessions } from '@sekisho/contract';
import type { Tx } from '../../platform/context.ts';
import { settingIn, writeSetting } from '../../platform/settings.ts';
import { type SessionsSettings, sessionsSettings, settingsHash } from './settings.ts';

/** Who agreed to end live sessions, and to what exactly. */
export interface Consent {
  /** Of the settings that were proposed. */
  readonly hash: string;
  /** The organization's management account, as AWS said then: policies do not bind it. */
  readonly management: string | null;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  readonly revokedBy: string | null;
}

const key = 'live-sessions';

/** What propositions, approvals and revocations lock. */
export const consentSubject = 'live-sessions';

export function readConsent(tx: Tx): Promise<Consent | null> {
  return settingIn<Consent>(tx, key);
}

export function writeConsent(tx: Tx, consent: Consent): Promise<void> {
  return writeSetting(tx, key, consent);
}

/** Where the agreement stands; what is configured now is what counts. */
export function stateOf({ config }: Tx, consent: Consent | null): LiveSessions['state'] {
  const settings = sessionsSettings(config);
  if (settings === null) return 'off';
  if (consent === null) return 'not-proposed';
  if (consent.revokedBy !== null) return 'revoked';
  if (consent.hash !== settingsHash(config.installation, settings)) return 'void';
  return consent.approvedAt === null ? 'proposed' : 'approved';
}

/** What may be done in AWS: deny, only take denials away, or nothing. */
export interface Mandate {
  readonly settings: SessionsSettings;
  readonly consent: Consent;
  readonly may: 'deny' | 'allow';
}

/** Null while nobody has agreed to what is configured now. */
export async function readMandate(tx: Tx): Promise<Mandate | null> {
  const consent = await readConsent(tx);
  const settings = sessionsSettings(tx.config);
  const state = stateOf(tx, consent);
  if (consent === null || settings === null) return null;
  if (state === 'approved') return { settings, consent, may: 'deny' };
  // What was never approved never wrote anything that could be taken away.
  const wrote = state === 'revoked' && consent.approvedAt !== null;
  // Nor does anybody know what another role would find.
  if (wrote && consent.hash === settingsHash(tx.config.installation, settings)) {
    return { settings, consent, may: 'allow' };
  }
  return null;
}
