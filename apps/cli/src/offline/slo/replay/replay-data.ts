import { isoMinute } from '../count-data.ts';
import { alertsData } from '../report/alerts-note.ts';
import type { Replayed } from './replayed.ts';

/** A replay as `slo replay --json` prints it; times are UTC, lengths minutes, shares 0 to 1. */
export function replayData({ promised, replayed }: Replayed) {
  const { span } = replayed.logs;
  return {
    name: promised.name === '' ? null : promised.name,
    service: promised.service,
    window: promised.objective.window,
    missing: promised.objective.missing,
    logs: { from: isoMinute(span.from), to: isoMinute(span.to) },
    alerts: alertsData(promised),
    incidents: replayed.incidents.map(({ id, from, to }) => ({
      id,
      from: isoMinute(from),
      to: isoMinute(to),
    })),
    targets: replayed.candidates.map((one) => ({
      target: one.target,
      pages: one.pages.map(firingData),
      tickets: one.tickets.map(firingData),
      pageMinutes: one.pageMinutes,
      remainingShare: one.budget.remainingShare,
      lowestShare: one.lowest,
      windowFull: one.budget.full,
      caught: one.caught.map(({ incident, firedAt, afterMinutes }) => {
        return { incident, firedAt: isoMinute(firedAt), afterMinutes };
      }),
      missed: one.missed,
      pagesOutsideIncidents: one.unexplained,
      deadTiers: one.dead,
    })),
  };
}

type Firings = Replayed['replayed']['candidates'][number]['pages'];

function firingData({ key, firedAt, resolvedAt }: Firings[number]) {
  return {
    alert: key,
    firedAt: isoMinute(firedAt),
    resolvedAt: resolvedAt === null ? null : isoMinute(resolvedAt),
  };
}
