import { writeSli } from '@sekisho/counting';
import type { ExplainedFiring } from '@sekisho/objectives/report';
import { isoMinute } from '../count-data.ts';
import type { PromisedIndicator } from '../promises.ts';
import { alertsData } from './alerts-note.ts';
import { outageMinutes } from './figures.ts';
import { reasonOf, whyText } from './firing-words.ts';
import type { Reported } from './reported.ts';

/** A report as `slo report --json` prints it; times are UTC, lengths minutes, shares 0 to 1. */
export function reportData({ promised, report }: Reported) {
  const { budget, logs, outlook } = report;
  const [only] = promised.isComposite ? [] : promised.indicators;
  const firings = (severity: 'page' | 'ticket') =>
    report.firings.filter((one) => one.severity === severity).map(firingData);
  return {
    name: promised.name === '' ? null : promised.name,
    service: promised.service,
    target: report.target,
    method: report.objective.method,
    window: report.objective.window,
    missing: report.objective.missing,
    sliDefinition: sliOf(only),
    sliAssumed: promised.assumedSli,
    logs: spanData(logs.span),
    holes: logs.holes.map(spanData),
    parts: report.parts.map((part, index) => ({
      ...part,
      sliDefinition: sliOf(promised.indicators[index]),
    })),
    sli: budget.sli,
    total: budget.total,
    bad: budget.bad,
    budget: {
      window: spanData(budget.window),
      windowFull: budget.full,
      allowed: budget.allowed,
      remaining: budget.remaining,
      remainingShare: budget.remainingShare,
      remainingOutageMinutes: outageMinutes(report),
      lowestShare: report.lowest,
      burn: budget.burn,
      resetsAt: isoOrNull(outlook.resetsAt),
      recoversAt: isoOrNull(outlook.recoversAt),
      minutesLeft: outlook.minutesLeft,
    },
    coverage: {
      knownMinutes: budget.asOf - budget.from,
      measuredMinutes: budget.coverage.measured / 60_000,
      windowMinutes: budget.window.to - budget.window.from,
      assumed: budget.coverage.assumed,
    },
    burns: report.burns,
    alerts: alertsData(promised),
    pages: firings('page'),
    tickets: firings('ticket'),
    heldBack: report.held.map(firingData),
    deadTiers: report.dead,
    worstHours: report.worstHours.map(({ from, good, bad }) => {
      return { hour: isoMinute(from), total: good + bad, bad };
    }),
    routes: report.routes,
    curve: report.plot.curve.map(({ at, remainingShare }) => {
      return { at: isoMinute(at), remainingShare };
    }),
  };
}

function sliOf(indicator: PromisedIndicator | undefined) {
  return indicator === undefined ? null : writeSli(indicator.sli);
}

function firingData(firing: ExplainedFiring) {
  const { key, firedAt, resolvedAt } = firing;
  return {
    alert: key,
    firedAt: isoMinute(firedAt),
    resolvedAt: isoOrNull(resolvedAt),
    minutes: resolvedAt === null ? null : resolvedAt - firedAt,
    reading: reasonOf(firing) ?? null,
    why: whyText(firing, 'en'),
  };
}

function spanData({ from, to }: { readonly from: number; readonly to: number }) {
  return { from: isoMinute(from), to: isoMinute(to) };
}

function isoOrNull(minute: number | null): string | null {
  return minute === null ? null : isoMinute(Math.round(minute));
}
