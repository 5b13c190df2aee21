import { type SloSummary, type SloWindow, sloFlags } from '@sekisho/contract';
import {
  evaluateBudget,
  isLow,
  judgeSpan,
  targetAt,
  type Window,
} from '@sekisho/objectives/budget';
import type { Minute } from '@sekisho/objectives/minutes';
import type { PageRow } from './alerts/index.ts';
import type { Look } from './evaluate/index.ts';
import { finite, isoOrNull } from './facts/facts.ts';

const hour = 60;

/** An alert that is on. */
export type OpenAlert = Pick<PageRow, 'key' | 'severity'>;

/** How an SLO stands, in a line. */
export function summaryOf(look: Look, open: readonly OpenAlert[]): SloSummary {
  const { slo, through } = look;
  const state = through === null ? null : evaluateBudget(look.objective, look.ledger, through);
  const raw = through === null ? null : evaluateBudget(look.objective, look.raw, through);
  const remainingShare = finite(state?.remainingShare ?? null);
  const burn = hourBurn(look);
  const holds: Readonly<Record<(typeof sloFlags)[number], boolean>> = {
    firing: open.some(({ severity }) => severity === 'page'),
    'no-data': open.some(({ key }) => key === 'no-data'),
    spent: remainingShare !== null && remainingShare <= 0,
    burning: (burn ?? 0) > 1 || open.some(({ key }) => key === 'burn-ticket'),
  };
  const flags = sloFlags.filter((flag) => holds[flag]);
  const measured = (state?.coverage.measured ?? 0) > 0;
  return {
    ...{ id: slo.id, displayName: slo.displayName, service: slo.service, shadow: slo.shadow },
    target: state?.target ?? targetNow(look),
    window: windowView(slo.window),
    state: flags[0] ?? calmState(measured, remainingShare),
    flags,
    asOf: isoOrNull(state?.asOf ?? through),
    ...{ sli: state?.sli ?? null, remainingShare, burn },
    rawRemainingShare: finite(raw?.remainingShare ?? null),
    coverage: state?.coverage.share ?? null,
    correctedMinutes: (state?.coverage.corrected ?? 0) / 60_000,
    openPages: open.length,
  };
}

function calmState(measured: boolean, remainingShare: number | null): SloSummary['state'] {
  if (!measured) return 'waiting';
  return isLow(remainingShare) ? 'low' : 'well';
}

/** The target in force at the watermark, as a share. */
export function targetNow({ slo, objective, through }: Look): number {
  const now = through ?? Number.POSITIVE_INFINITY;
  return targetAt(objective.targets, now) ?? objective.targets[0]?.target ?? slo.target;
}

/** How fast the budget went over the last hour that is complete; null where nothing happened. */
export function hourBurn({ objective, ledger, through }: Look): number | null {
  if (through === null) return null;
  const span = { from: through - hour, to: through };
  const { bad, allowed } = judgeSpan(objective, ledger, span);
  return allowed === 0 ? null : bad / allowed;
}

export function windowView(window: Window): SloWindow {
  return window.kind === 'rolling'
    ? { kind: 'rolling', minutes: window.minutes, unit: null, count: 1, timeZone: null }
    : {
        ...{ kind: 'calendar', minutes: null, unit: window.unit, count: window.count },
        timeZone: window.timeZone,
      };
}

/** The lowest remaining budget first; those of which nothing is known come last. */
export function byRemaining(a: SloSummary, b: SloSummary): number {
  const share = ({ remainingShare }: SloSummary): Minute =>
    remainingShare ?? Number.POSITIVE_INFINITY;
  const [one, other] = [share(a), share(b)];
  if (one !== other) return one - other;
  return a.id < b.id ? -1 : 1;
}
