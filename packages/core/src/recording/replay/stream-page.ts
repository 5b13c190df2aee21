import { createSafeWriter } from '../terminal/safe.ts';
import { eventText } from './event-text.ts';
import type { PageAsked } from './object-page.ts';
import type { RecordingEvents } from './page.ts';

/** A page of a session's stream, as it came; null where there is none. Errors: `CloudError`. */
export async function streamPage(
  { cloud, scope, row, after }: PageAsked,
  group: string,
): Promise<RecordingEvents | null> {
  const token = after === null ? null : after.slice(after.indexOf('/') + 1);
  const page = await cloud.readStream(scope, { group, stream: row.id, token });
  if (page === null) return null;
  const writer = createSafeWriter();
  const began = row.started_at.getTime();
  let latest = 0;
  const events = page.events.map(({ at, message }): [number, 'o', string] => {
    // Players go forward alone.
    latest = Math.max(latest, (at - began) / 1000);
    return [latest, 'o', writer.push(eventText(message))];
  });
  const next = page.next === null ? null : `cloudwatch/${page.next}`;
  return { events: events.filter(([, , text]) => text !== ''), timing: 'recorded', next };
}
