import { cut } from '@sekisho/words';
import { type Alert, detailsOf, summaryOf } from './alert.ts';

const longestSummary = 1024;

/**
 * The event of PagerDuty's Events API v2 for an alert. The same page is always the same incident
 * there, so that a repeated or late event changes nothing.
 * Source: https://developer.pagerduty.com/docs/send-alert-event
 */
export function pagerdutyEvent(alert: Alert, routingKey: string): object {
  const { page, installation, link } = alert;
  const common = {
    routing_key: routingKey,
    dedup_key: `sekisho/${installation}/${page.id}`,
  };
  if (page.resolvedAt !== null) return { ...common, event_action: 'resolve' };
  return {
    ...common,
    event_action: page.acknowledgedAt === null ? 'trigger' : 'acknowledge',
    client: 'Sekisho',
    ...(link === null ? {} : { client_url: link, links: [{ href: link, text: 'Sekisho' }] }),
    payload: {
      summary: cut(summaryOf(alert), longestSummary),
      source: page.slo,
      severity: page.severity === 'page' ? 'critical' : 'warning',
      timestamp: page.firedAt,
      component: page.slo,
      group: page.service,
      class: page.why.kind,
      custom_details: {
        why: detailsOf(alert),
        changed: page.changed.map(({ number, at, action, lease }) => ({
          number,
          at,
          action,
          lease,
        })),
      },
    },
  };
}
