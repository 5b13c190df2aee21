import { type DoctorCode, type FindingSubject, found, subjectOf } from '@sekisho/contract';
import { accountCodes, type Examination, engineCodes } from '@sekisho/core';

/** What sekisho.yaml alone names: without a usable one nobody can look at it. */
export const unknowable: readonly Examination[] = [
  blocked('slack', ['slack-token', 'slack-scopes', 'slack-socket']),
  blocked('github', ['github']),
  blocked('login', ['login-provider']),
  blocked('aws', accountCodes),
  blocked('docker', engineCodes),
];

function blocked(kind: FindingSubject['kind'], codes: readonly DoctorCode[]): Examination {
  const subject = subjectOf(kind);
  const examine = async () =>
    codes.map((code) => found(code, 'blocked', subject, { by: 'config-file' }));
  return { codes, subject, examine };
}

/** The database of whom no PostgreSQL is named: it is told of, and not opened beside a server. */
export function embedded(practice: boolean): Examination {
  const subject = subjectOf('database');
  const outcome = practice ? 'practice' : 'embedded';
  return {
    codes: ['database'],
    subject,
    examine: async () => [found('database', outcome, subject, {})],
  };
}
