import {
  type AlertEvent,
  type AlertState,
  type Evaluation,
  readAlerts,
  step,
} from '@sekisho/objectives/alerts';
import type { Minute } from '@sekisho/objectives/minutes';
import { clientReading } from './client-reading.ts';
import type { Look } from './look.ts';
import { maskedSums } from './masked-sums.ts';
import { quietTest, soundTest } from './quiet.ts';
import { settled } from './settled.ts';
import type { SloMemory } from './state.ts';

/** Something to be told or shown, with all that was judged at its minute. */
export interface Happened {
  readonly event: AlertEvent;
  readonly evaluation: Evaluation;
  /** Keys of the alerts that are on once it happened. */
  readonly firing: readonly string[];
}

export interface Stepped {
  readonly memory: SloMemory;
  readonly happened: readonly Happened[];
}

/**
 * Takes in every minute between the last one judged and the watermark, in order, and the clock's
 * minute for the no-data alert. An SLO that is new is judged from the watermark on.
 * @param clock the last minute that should have been measured by now
 */
export function stepThrough(look: Look, memory: SloMemory, clock: Minute): Stepped {
  const data = stepData(look, memory.data);
  const silence = stepClock(look, memory, clock);
  const first = memory.data.at === null ? nextMinute(look.through, memory.data) : null;
  const judged = first === null ? {} : { judgedFrom: first };
  return {
    memory: { ...memory, ...judged, data: data.state, clock: silence.state },
    happened: [...data.happened, ...silence.happened].toSorted((a, b) => a.event.at - b.event.at),
  };
}

/** The first minute that is still to be judged, when there is one. */
export function nextMinute(through: Minute | null, { at }: AlertState): Minute | null {
  if (through === null) return null;
  const next = at === null ? through : at + 1;
  return next <= through ? next : null;
}

interface Part {
  readonly state: AlertState;
  readonly happened: readonly Happened[];
}

function stepData(look: Look, before: AlertState): Part {
  const first = nextMinute(look.through, before);
  if (first === null || look.through === null) return { state: before, happened: [] };
  const { slo, history, mask } = look;
  const sums = maskedSums(history, mask);
  let state = before;
  const happened: Happened[] = [];
  const quiet = quietTest(look, sums);
  for (let at = first; at <= look.through; at += 1) {
    if (nothingFires(state) && quiet(at)) {
      state = { ...state, at };
      continue;
    }
    const read = readAlerts({ ...slo.alerts, noData: null }, look.objective, look.ledger, at);
    const own = settled(look, read.budget, read.readings);
    const readings = [...own, clientReading(sums, at)];
    const part = take(look, state, { ...read, readings });
    state = part.state;
    happened.push(...part.happened);
  }
  return { state, happened };
}

function nothingFires({ alerts }: AlertState): boolean {
  return Object.values(alerts).every(({ phase }) => phase !== 'firing');
}

/** Only the present: while nobody looked, silence was not heard. */
function stepClock(look: Look, { since, clock: before }: SloMemory, clock: Minute): Part {
  const { alerts } = look.slo;
  const patience = alerts.noData?.minutes ?? Number.POSITIVE_INFINITY;
  const heard = before.at !== null && clock <= before.at;
  if (heard || clock - since < patience) return { state: before, happened: [] };
  if (nothingFires(before) && soundTest(look)(clock))
    return { state: { ...before, at: clock }, happened: [] };
  const silenceOnly = { ...alerts, tiers: [], spentAt: [], drops: [] };
  return take(look, before, readAlerts(silenceOnly, look.objective, look.ledger, clock));
}

function take({ slo }: Look, before: AlertState, evaluation: Evaluation): Part {
  const { state, events } = step(slo.alerts, before, evaluation);
  const firing = Object.entries(state.alerts).flatMap(([key, { phase }]) =>
    phase === 'firing' ? [key] : [],
  );
  return { state, happened: events.map((event) => ({ event, evaluation, firing })) };
}
