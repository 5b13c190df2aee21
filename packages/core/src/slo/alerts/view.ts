import type { Config } from '@sekisho/config';
import type { SloPage } from '@sekisho/contract';
import type { PageRow } from './page-row.ts';

/** A page as doors show it. */
export function pageView({ slos }: Pick<Config, 'slos'>, row: PageRow): SloPage {
  const { id, slo, service, key, severity, incident, untold, refired, why, changed } = row;
  return {
    ...{ id, slo, displayName: slos.find((one) => one.id === slo)?.displayName ?? null },
    ...{ service, key, severity, firedAt: row.fired_at.toISOString() },
    resolvedAt: row.resolved_at?.toISOString() ?? null,
    acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
    acknowledgedBy: row.acknowledged_by,
    ...{ incident, untold, refired, why, changed: [...changed], revision: row.revision },
  };
}
