import { type Asking, askJson, SourceError } from '@sekisho/core/sources';
import { z } from 'zod';

/** Times in seconds since 1970. Source: Mackerel API, "Alerts"; mackerel-client-go `Alert`. */
const alert = z.object({
  id: z.string(),
  status: z.string(),
  monitorId: z.string().optional(),
  openedAt: z.number(),
  closedAt: z.number().nullish(),
});
const answer = z.object({ alerts: z.array(alert), nextId: z.string().nullish() });

export type Alert = z.infer<typeof alert>;

export interface AlertsRequest {
  readonly url: URL;
  readonly apiKey: string;
  readonly asking: Asking;
}

const PAGE = 100;

/**
 * Alerts, newest first, until a page has only such as were opened before a time.
 * @param withClosed without it only those that are open
 * @param since milliseconds since 1970
 * @throws {SourceError}
 */
export async function readAlerts(
  { url, apiKey, asking }: AlertsRequest,
  withClosed: boolean,
  since: number,
): Promise<readonly Alert[]> {
  const alerts: Alert[] = [];
  const seen = new Set<string>();
  let next: string | null = null;
  do {
    const asked = new URL('api/v0/alerts', url);
    asked.searchParams.set('limit', String(PAGE));
    if (withClosed) asked.searchParams.set('withClosed', 'true');
    if (next !== null) asked.searchParams.set('nextId', next);
    const page = await askJson(asked, { headers: { 'x-api-key': apiKey } }, answer, asking);
    alerts.push(...page.alerts);
    const isPast = page.alerts.length > 0 && page.alerts.every((each) => openedMs(each) < since);
    next = isPast ? null : page.nextId || null;
    if (next !== null && seen.has(next))
      throw new SourceError('bad-answer', 'Mackerel gave the same page of alerts twice');
    if (next !== null) seen.add(next);
  } while (next !== null);
  return alerts;
}

/** Milliseconds since 1970. */
export function openedMs({ openedAt }: Pick<Alert, 'openedAt'>): number {
  return openedAt * 1000;
}
