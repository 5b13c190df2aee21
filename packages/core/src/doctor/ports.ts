import type { DoctorCode, Finding, FindingSubject } from '@sekisho/contract';
import type { DoctorCloud } from './cloud.ts';

/** One look at something: it changes nothing. */
export interface Examination {
  /** Checks that it answers; those that it does not come to are told of as skipped. */
  readonly codes: readonly DoctorCode[];
  readonly subject: FindingSubject;
  examine(signal: AbortSignal): Promise<readonly Finding[]>;
}

/** What `sekisho doctor` needs from outside. */
export interface DoctorPorts {
  /** What the server looks at besides: its files, Slack, GitHub, the login provider. */
  readonly examinations?: () => readonly Examination[];
  /** Opens AWS with nothing remembered of before; without it no account is looked at. */
  readonly openDoctorCloud?: () => DoctorCloud;
}
