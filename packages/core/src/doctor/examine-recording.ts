import type { RecordingPlace } from '@sekisho/config';
import { type Finding, found } from '@sekisho/contract';
import { CloudError, orCloudError } from '../platform/cloud-error.ts';
import type { SessionPreferences } from './cloud.ts';
import { type AccountExam, unread } from './exam.ts';

/** Looks at how Session Manager runs and records sessions there. */
export async function sessionPreferences(exam: AccountExam): Promise<Finding> {
  const { cloud, scope, subject, recording } = exam;
  const seen = await orCloudError(cloud.sessionPreferences(scope));
  if (seen instanceof CloudError) return unread('session-preferences', subject, seen);
  if (seen === null) return found('session-preferences', 'none', subject, {});
  if (!seen.runAs) return found('session-preferences', 'no-run-as', subject, {});
  const kept = placesOf(seen);
  if (kept.length === 0) return found('session-preferences', 'unrecorded', subject, {});
  const read = recording === null ? [] : placesRead(recording);
  const lost = read.filter((place) => !kept.includes(place));
  if (lost.length === 0) return found('session-preferences', 'good', subject, {});
  const [place, where] = [kept.join(', '), lost.join(', ')];
  return found('session-preferences', 'elsewhere', subject, { place, where });
}

/** Where sessions are kept, as one writes it. */
function placesOf({ bucket, prefix, logGroup }: SessionPreferences): string[] {
  const key = prefix.replace(/\/+$/, '');
  return [bucket === '' ? '' : `s3://${bucket}/${key}`, logGroup].filter((place) => place !== '');
}

/** Where Sekisho looks for them. */
function placesRead({ s3, logGroup }: RecordingPlace): string[] {
  return placesOf({ runAs: true, bucket: '', prefix: '', ...s3, logGroup: logGroup ?? '' });
}
