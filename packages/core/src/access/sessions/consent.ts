import type { LiveSessions } from '@sekisho/contract';
import type { Tx } from '../../platform/context.ts';
import { settingIn, writeSetting } from '../../platform/settings.ts';
import { type SessionsSettings, sessionsSettings, settingsHash } from './settings.ts';
import { readWritten, type WrittenWith, writtenWith } from './written.ts';

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
  /** Since when settings other than those are configured, as was told; missing while they hold. */
  readonly voidAt?: string;
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

interface Agreed {
  readonly consent: Consent;
  readonly written: WrittenWith;
}

/** Two admins agreed to what is configured now. */
export interface MayDeny extends Agreed {
  readonly may: 'deny';
  readonly settings: SessionsSettings;
}

/** What was agreed to holds no more: denials end by themselves (trim), or at once since somebody revoked (allow). */
export interface MayNotDeny extends Agreed {
  readonly may: 'trim' | 'allow';
}

/** What may be done in AWS. */
export type Mandate = MayDeny | MayNotDeny;

/** Null while nobody has agreed to what is configured now, and nothing was written before. */
export async function readMandate(tx: Tx): Promise<Mandate | null> {
  const consent = await readConsent(tx);
  if (consent === null) return null;
  const settings = sessionsSettings(tx.config);
  if (settings !== null && stateOf(tx, consent) === 'approved') {
    const written = writtenWith(settings, consent.management);
    return { may: 'deny', settings, consent, written };
  }
  const written = await readWritten(tx);
  if (written === null) return null;
  return { may: consent.revokedBy === null ? 'trim' : 'allow', consent, written };
}
