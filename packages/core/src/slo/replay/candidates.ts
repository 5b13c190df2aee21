import type { Candidate, OutputOf, WindowShares } from '@sekisho/contract';
import { isoOf, type Minute, type Span } from '@sekisho/objectives/minutes';
import {
  type Firing,
  type Incident,
  type Replay,
  type Replayer,
  replayer,
} from '@sekisho/objectives/replay';
import { graceMinutes, judgedFrom, minutesOn } from '@sekisho/objectives/report';
import { percentOf, shareOf } from '../agreements/minutes.ts';
import type { Look } from '../evaluate/index.ts';
import { finite, isoOrNull } from '../facts/facts.ts';

interface Wanted {
  /** Percent. */
  readonly targets: readonly number[];
  readonly incidents: readonly Incident[];
  /** About how many points of the curve to give. */
  readonly points: number;
}

/** What each target would have done over a span, by the arithmetic that live alerts are judged by. */
export function candidatesOf(
  { slo, objective, ledger }: Pick<Look, 'slo' | 'objective' | 'ledger'>,
  span: Span,
  { targets, incidents, points }: Wanted,
): Pick<OutputOf<'slo.replay'>, 'spentFrom' | 'curve' | 'candidates'> {
  const known = Math.min(ledger.firstCell * ledger.cellMinutes, span.to);
  const { spentFrom, lowestFrom } = judgedFrom(objective, { from: known, to: span.to });
  const replayed = replayer({
    ...{ policy: slo.alerts, objective, ledger, span, incidents, graceMinutes, curvePoints: 1 },
    ...{ spentFrom, lowestFrom },
  });
  return {
    spentFrom: isoOf(Math.max(spentFrom, span.from)),
    curve: curveOf(replayed, points),
    candidates: targets.map((target) => candidateOf(replayed.of(shareOf(target)), target, span.to)),
  };
}

function candidateOf(found: Replay, target: number, end: Minute): Candidate {
  return {
    target: percentOf(shareOf(target)),
    pages: found.pages.map(firingOf),
    tickets: found.tickets.map(firingOf),
    pageMinutes: minutesOn(found, end),
    remainingShare: finite(found.curve.at(-1)?.remainingShare ?? null),
    lowestShare: finite(found.lowest),
    caught: found.caught.map((one) => ({ ...one, firedAt: isoOf(one.firedAt) })),
    missed: [...found.missed],
    pagesOutsideIncidents: found.unexplained,
    deadTiers: found.dead.map(({ tier, threshold, aliveAbove }) => {
      return { tier, threshold, aliveAbove };
    }),
  };
}

function firingOf({ key, severity, firedAt, resolvedAt }: Firing) {
  return { key, severity, firedAt: isoOf(firedAt), resolvedAt: isoOrNull(resolvedAt) };
}

/** Seven figures are more than a drawing shows, and half of what JSON would carry. */
function curveOf(replayed: Replayer, points: number): WindowShares {
  const { from, everyMinutes, shares } = replayed.shares(points);
  const short = (share: number | null) => (share === null ? null : Number(share.toPrecision(7)));
  return { from: isoOf(from), everyMinutes, shares: shares.map(short) };
}
