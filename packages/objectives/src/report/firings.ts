import { type AlertPolicy, type Reading, readAlerts } from '../alerts/index.ts';
import type { Ledger, Objective } from '../budget/index.ts';
import type { Span } from '../minutes/index.ts';
import { type Replay, replay } from '../replay/replay.ts';
import type { Firing } from '../replay/replay-target.ts';
import { judgedFrom } from './judged-from.ts';

/** An alert that would have been told, with the arithmetic of its first minute. */
export interface ExplainedFiring extends Firing {
  readonly readings: readonly Reading[];
}

/** What alerts would have told over some history. */
export interface Told {
  readonly replay: Replay;
  readonly firings: readonly ExplainedFiring[];
  /** Burns that were fast enough, and that the guard held back: too few failed to tell anyone. */
  readonly held: readonly ExplainedFiring[];
}

export interface Replaying {
  readonly policy: AlertPolicy;
  /** With one target. */
  readonly objective: Objective;
  readonly ledger: Ledger;
  readonly span: Span;
  readonly points: number;
}

/** Goes over a history minute by minute and explains each alert. Errors: as `replay`. */
export function tellAll({ policy, objective, ledger, span, points }: Replaying): Told {
  const target = objective.targets[0]?.target ?? 0;
  const common = {
    ...{ objective, ledger, span, targets: [target], incidents: [], graceMinutes: 0 },
    ...judgedFrom(objective, span),
  };
  const [found] = replay({ ...common, policy, curvePoints: points });
  if (found === undefined) throw new RangeError('there is no target');
  const unguarded = { ...policy, guard: null, spentAt: [], drops: [] };
  const [fast] = replay({ ...common, policy: unguarded, curvePoints: 1 });
  const firings = inOrder([...found.pages, ...found.tickets]);
  const explain = (firing: Firing): ExplainedFiring => {
    const { readings } = readAlerts(policy, objective, ledger, firing.firedAt);
    return { ...firing, readings: readings.filter(({ key }) => key === firing.key) };
  };
  const held = inOrder([...(fast?.pages ?? []), ...(fast?.tickets ?? [])]).filter(
    (one) => !firings.some((told) => told.key === one.key && overlap(told, one)),
  );
  return { replay: found, firings: firings.map(explain), held: held.map(explain) };
}

function overlap(a: Firing, b: Firing): boolean {
  const forever = Number.POSITIVE_INFINITY;
  return a.firedAt < (b.resolvedAt ?? forever) && b.firedAt < (a.resolvedAt ?? forever);
}

function inOrder(firings: readonly Firing[]): readonly Firing[] {
  return firings.toSorted((a, b) => a.firedAt - b.firedAt || (a.key < b.key ? -1 : 1));
}
