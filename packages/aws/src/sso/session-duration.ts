import { CloudError } from '@sekisho/core/cloud';

/** What a permission set without a session duration has. Source: User Guide, "Set session duration". */
const USUAL_SECONDS = 3600;
const pattern = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** The seconds of an ISO 8601 duration such as `PT1H30M`. Errors: `unknown-outcome` for what is none. */
export function durationSeconds(duration: string | undefined): number {
  if (duration === undefined) return USUAL_SECONDS;
  const match = pattern.exec(duration);
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = (match ?? [])
    .slice(1)
    .map((part) => Number(part ?? 0));
  const total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
  if (match !== null && total > 0) return Math.ceil(total);
  throw new CloudError('unknown-outcome', 'UnreadableAnswer', `session duration ${duration}`);
}
