import type { RecordingPlace } from '@sekisho/config';
import { type Finding, found } from '@sekisho/contract';
import { CloudError, orCloudError } from '../platform/cloud-error.ts';
import type { SessionPreferences } from './cloud.ts';
import { type AccountExam, unread } from './exam.ts';
import type { RecordingSight } from './uses.ts';

type Preferences = SessionPreferences | null | CloudError;

/** Looks at how Session Manager runs and records sessions there, and at the places in which recordings are read. */
export async function examineRecording(exam: AccountExam): Promise<readonly Finding[]> {
  const { cloud, scope } = exam;
  const [preferences, places] = await Promise.all([
    orCloudError(cloud.sessionPreferences(scope)),
    exam.recording === null ? [] : orCloudError(cloud.recordingPlaces(scope, exam.recording)),
  ]);
  return [sessionPreferences(exam, preferences), ...recordingPlaces(exam, preferences, places)];
}

function sessionPreferences({ subject, recording }: AccountExam, seen: Preferences): Finding {
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

function recordingPlaces(
  { subject }: AccountExam,
  preferences: Preferences,
  seen: readonly RecordingSight[] | CloudError,
): readonly Finding[] {
  if (seen instanceof CloudError) return [unread('recording-place', subject, seen)];
  const needsKey = (place: string) =>
    !(preferences instanceof CloudError) &&
    preferences?.needsLogKey === true &&
    preferences.logGroup === place;
  return seen.map((one) => placeFinding(subject, one, needsKey(one.place)));
}

/** @param needsKey sessions begin only where it is encrypted with a key of KMS */
function placeFinding(
  subject: AccountExam['subject'],
  seen: RecordingSight,
  needsKey: boolean,
): Finding {
  const code = 'recording-place';
  if (seen.kind === 'unread') return unread(code, subject, seen.error);
  const { place } = seen;
  if (seen.kind === 'missing') return found(code, 'missing', subject, { place });
  const { encryption, days } = seen;
  if (encryption === 'none') return found(code, 'bare', subject, { place });
  if (needsKey && encryption !== 'KMS') return found(code, 'keyless', subject, { place });
  return days === null
    ? found(code, 'good', subject, { place, encryption })
    : found(code, 'bounded', subject, { place, encryption, days });
}

/** Where sessions are kept, as one writes it. */
function placesOf({
  bucket,
  prefix,
  logGroup,
}: Pick<SessionPreferences, 'bucket' | 'prefix' | 'logGroup'>): string[] {
  const key = prefix.replace(/\/+$/, '');
  return [bucket === '' ? '' : `s3://${bucket}/${key}`, logGroup].filter((place) => place !== '');
}

/** Where Sekisho looks for them. */
function placesRead({ s3, logGroup }: RecordingPlace): string[] {
  return placesOf({ bucket: '', prefix: '', ...s3, logGroup: logGroup ?? '' });
}
