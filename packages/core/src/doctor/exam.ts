import type { EnvironmentConfig, RecordingPlace } from '@sekisho/config';
import { type DoctorCode, type Finding, type FindingSubject, found } from '@sekisho/contract';
import type { CloudError } from '../platform/cloud-error.ts';
import type { CloudScope } from '../platform/cloud-scope.ts';
import type { DoctorCloud, RoleSight } from './cloud.ts';
import type { Used } from './uses-in.ts';

/** What an environment is examined with. */
export interface AccountExam {
  readonly cloud: DoctorCloud;
  readonly environment: EnvironmentConfig;
  readonly scope: CloudScope;
  readonly subject: FindingSubject;
  readonly installation: string;
  /** Where Sekisho reads what was recorded there; null where nobody says. */
  readonly recording: RecordingPlace | null;
  /** What is done there besides lending ops servers. */
  readonly uses: readonly Used[];
  /** Name of the role that dead-man's switches act with. */
  readonly scheduleRole: string;
  /** Milliseconds that the house's time is ahead of this machine's; null where the database cannot be asked. */
  readonly houseAheadMs: number | null;
  readonly now: () => Date;
}

/** Whether a service of AWS may take a role; in China some go by the country's own name. */
export function letsIn({ trusts }: RoleSight, service: 'ec2' | 'scheduler'): boolean {
  return ['amazonaws.com', 'amazonaws.com.cn'].some((place) =>
    trusts.includes(`${service}.${place}`),
  );
}

/** Checks whose permissions Sekisho works without: that it was not given them is no fault. */
const optional: readonly DoctorCode[] = [
  ...(['schedule-role', 'removal-role', 'instance-role', 'session-preferences'] as const),
  ...(['dead-mans-switch', 'ec2-quota', 'server-network', 'recording-place'] as const),
];

/** That it could not be looked at, in AWS's own words. */
export function unread(code: DoctorCode, subject: FindingSubject, error: CloudError): Finding {
  const { failure, vendorCode, detail } = error;
  const finding = found(code, 'unread', subject, { detail: `${vendorCode}: ${detail}` });
  const isWithheld = failure === 'denied' && optional.includes(code);
  return isWithheld ? { ...finding, level: 'skipped' } : finding;
}
