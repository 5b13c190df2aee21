import type { SessionKind, UnrecordedPart } from '@sekisho/contract';
import type { SessionRow } from './store.ts';

/**
 * What a session was opened for, by its document. One that we do not know may do anything.
 * Source: AWS's documents for Session Manager; `Sekisho-ForwardPort` is this installation's own.
 */
export function kindOf(document: string | null): SessionKind {
  if (document === null) return 'shell';
  if (document === 'AWS-StartSSHSession') return 'ssh';
  if (document.startsWith('AWS-StartPortForwardingSession') || document === 'Sekisho-ForwardPort')
    return 'forward';
  return /^AWS-Start(Interactive|NonInteractive)Command$/.test(document) ? 'command' : 'other';
}

/** Whether Session Manager records sessions of this kind. Source: Systems Manager User Guide, "Logging session activity". */
export function isRecorded(kind: SessionKind): boolean {
  return kind !== 'forward' && kind !== 'ssh';
}

/** What of a session nothing records, as far as it can be told now. */
export function unrecordedOf(row: SessionRow): UnrecordedPart[] {
  const kind = kindOf(row.document);
  const shows = row.recording === 's3' || row.recording === 'cloudwatch';
  const isOver = row.recording !== 'open' && row.recording !== 'waiting';
  const parts: UnrecordedPart[] = [];
  if (kind === 'forward') parts.push('forwarded-bytes');
  if (kind === 'ssh') parts.push('ssh-bytes');
  if (isRecorded(kind) && isOver && !shows) parts.push('shown-output');
  if (kind !== 'forward' && isOver && row.commands_from === 'none') parts.push('commands');
  return parts;
}
