import type { ErrorClass } from '@sekisho/contract/errors';
import type { BackupError } from '@sekisho/core/backup';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';

const classes: Readonly<Record<BackupError['fault'], ErrorClass>> = {
  'not-a-backup': 'bad-input',
  'other-format': 'bad-input',
  newer: 'bad-input',
  damaged: 'bad-input',
  'cut-short': 'bad-input',
  'needs-identity': 'bad-input',
  'wrong-identity': 'bad-input',
  'bad-identity': 'bad-input',
  'bad-recipient': 'bad-input',
  'not-empty': 'conflict',
};

/** Why a backup cannot be taken or restored, and what to do. */
export function faultText(
  host: Host,
  { fault, detail }: BackupError,
  facts: { readonly file: string; readonly where: string },
): Failure {
  const why = detail === '' ? '' : ` (${detail})`;
  return new Failure(classes[fault], say(host, `backup-${fault}`, { ...facts, detail: why }));
}
