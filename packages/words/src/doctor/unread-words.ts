import type { DoctorCode } from '@sekisho/contract';
import type { Pair } from '../language.ts';

const looking = {
  en: 'If it was denied, give Sekisho’s role docs/iam/doctor.json besides.',
  ja: '拒否された場合は、Sekisho のロールに docs/iam/doctor.json も付けてください。',
};
const lending = {
  en: 'If it was denied, give Sekisho’s role docs/iam/ops-servers.json; else mend what the words name.',
  ja: '拒否された場合は、Sekisho のロールに docs/iam/ops-servers.json を付け、それ以外は表示の原因を直してください。',
};

const lendingAccess = {
  en: 'If it was denied, give Sekisho’s role in that account docs/iam/doctor-access.json besides.',
  ja: '拒否された場合は、そのアカウントの Sekisho のロールに docs/iam/doctor-access.json も付けてください。',
};

const keeping = {
  en: 'If it was denied, give Sekisho’s own identity (not the role that it takes) docs/iam/keeping.json; else mend what the words name.',
  ja: '拒否された場合は、Sekisho 自身のロール(引き受け先のロールではない)に docs/iam/keeping.json を付け、それ以外は表示の原因を直してください。',
};

/** What to do about what could not be looked at, where that hangs on a policy. */
const byCode: Readonly<Partial<Record<DoctorCode, Pair>>> = {
  'aws-permission': lending,
  'launch-template': lending,
  'image-age': lending,
  'schedule-role': looking,
  'dead-mans-switch': looking,
  'instance-role': looking,
  'session-preferences': looking,
  'server-network': looking,
  'recording-place': looking,
  'ec2-quota': looking,
  'removal-role': lendingAccess,
  anchor: keeping,
  backup: keeping,
  'kept-lock': keeping,
};

/** What to do about a check that could not be made. */
export function unreadFix(code: string): Pair {
  const other = {
    en: 'Mend what the words name, then run the doctor again.',
    ja: '表示の原因を直して、もう一度実行してください。',
  };
  return (Object.hasOwn(byCode, code) ? byCode[code as DoctorCode] : undefined) ?? other;
}
