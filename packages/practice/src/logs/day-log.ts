import type { Happening } from './happenings.ts';
import { type PracticeLog, practiceLogs } from './lines.ts';
import { requestsOf } from './requests.ts';

/** What the logs are made from: kept on disk, so that a restarted practice goes on as it began. */
export interface LogScene {
  readonly seed: number;
  /** Minute in which practice began. */
  readonly start: number;
  readonly happenings: readonly Happening[];
}

/** The text that a log has for a span of minutes, up to a moment. @param until milliseconds since 1970 */
export function logText(
  log: PracticeLog,
  { from, to }: { readonly from: number; readonly to: number },
  scene: LogScene,
  until = Number.POSITIVE_INFINITY,
): string {
  const { service, line } = practiceLogs[log];
  let text = '';
  for (let minute = from; minute < to; minute += 1)
    for (const request of requestsOf(service, minute, scene))
      if (request.at < until) text += line(request, service);
  return text;
}
