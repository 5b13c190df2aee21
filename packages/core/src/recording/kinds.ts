import type { Config } from '@sekisho/config';
import type { SessionKind, UnrecordedPart } from '@sekisho/contract';
import type { SessionRow } from './store.ts';

type Seen = Pick<SessionRow, 'document' | 'environment' | 'account'>;

/**
 * What a session was opened for, by its document. One that we do not know may do anything.
 * Source: AWS's documents for Session Manager; `Sekisho-ForwardPort` and what an environment forwards
 * by are this installation's own.
 */
export function kindOf({ environments }: Config, seen: Seen): SessionKind {
  const document = nameOf(seen);
  if (document === null) return 'shell';
  if (document === environments[seen.environment]?.opsServer.forwardDocument) return 'forward';
  if (document === 'AWS-StartSSHSession') return 'ssh';
  if (document.startsWith('AWS-StartPortForwardingSession') || document === 'Sekisho-ForwardPort')
    return 'forward';
  return /^AWS-Start(Interactive|NonInteractive)Command$/.test(document) ? 'command' : 'other';
}

/** The account's own documents by their name: another's of the same name may do anything. */
function nameOf({ document, account }: Seen): string | null {
  const [, owner, name] =
    /^arn:[\w-]+:ssm:[\w-]*:(\d{12}):document\/(.+)$/.exec(document ?? '') ?? [];
  return owner === account && name !== undefined ? name : document;
}

/** Whether Session Manager records sessions of this kind. Source: Systems Manager User Guide, "Logging session activity". */
export function isRecorded(kind: SessionKind): boolean {
  return kind !== 'forward' && kind !== 'ssh';
}

/** What of a session nothing records, as far as it can be told now. */
export function unrecordedOf(row: SessionRow, kind: SessionKind): UnrecordedPart[] {
  const shows = row.recording === 's3' || row.recording === 'cloudwatch';
  const isOver = row.recording !== 'open' && row.recording !== 'waiting';
  const parts: UnrecordedPart[] = [];
  if (kind === 'forward') parts.push('forwarded-bytes');
  if (kind === 'ssh') parts.push('ssh-bytes');
  if (isRecorded(kind) && isOver && !shows) parts.push('shown-output');
  if (kind !== 'forward' && isOver && row.commands_from === 'none') parts.push('commands');
  return parts;
}
