import { failuresAllowed } from '@sekisho/objectives/suggest';
import { isoMinute } from '../count-data.ts';
import { alertsData } from '../report/alerts-note.ts';
import type { Suggested } from './suggested.ts';

/** A suggestion as `slo suggest --json` prints it; times are UTC, shares 0 to 1. */
export function suggestData({ promised, suggestion }: Suggested) {
  const { chosen, kept, judged, replayed, doubts } = suggestion;
  const { span } = replayed.logs;
  return {
    name: promised.name === '' ? null : promised.name,
    service: promised.service,
    window: promised.objective.window,
    missing: promised.objective.missing,
    logs: { from: isoMinute(span.from), to: isoMinute(span.to) },
    alerts: alertsData(promised),
    events: replayed.events,
    suggested: chosen === null ? null : chosen.candidate.target,
    kept,
    candidates: judged.map(({ candidate, against }) => ({
      target: candidate.target,
      failuresAllowed: failuresAllowed(candidate, replayed),
      pages: candidate.pages.length,
      lowestShare: candidate.lowest,
      remainingShare: candidate.budget.remainingShare,
      caught: candidate.caught.map(({ incident }) => incident),
      missed: candidate.missed,
      against,
    })),
    doubts,
  };
}
