import type { PageWhy } from '@sekisho/contract';
import type { BurnReading, Reading } from '@sekisho/objectives/alerts';
import { errorBudget, lastMeasured, outlookOf, targetAt } from '@sekisho/objectives/budget';
import { defaultJumpRules } from '@sekisho/objectives/client-errors';
import type { Minute } from '@sekisho/objectives/minutes';
import type { Look } from '../evaluate/look.ts';
import type { Happened } from '../evaluate/step-through.ts';
import {
  budgetFacts,
  clientFacts,
  finite,
  foreseen,
  isoOrNull,
  tierFacts,
} from '../facts/facts.ts';
import { beganAt } from './began-at.ts';

/** Why an alert fired, and the minute in which its cause began. */
export interface Explained {
  readonly why: PageWhy;
  readonly began: Minute;
}

/** The source that is dark, and how many SLOs it feeds. */
export interface DarkSource {
  readonly source: string;
  readonly slos: number;
}

const hour = 60;
/** How far back the beginning of a spent budget is looked for. */
const spentReach = 3 * 24 * hour;
const nothingMore = { burn: null, spent: null, drop: null, noData: null, clients: null };

/**
 * Puts an alert's arithmetic into the form that is kept and drawn.
 * @param dark where nothing came from; null where the alert is about something else
 */
export function explainPage(
  look: Look,
  { event, evaluation }: Happened,
  dark: DarkSource | null,
): Explained {
  const reading = firstOf(event.readings);
  const { budget } = evaluation;
  const { at } = event;
  const began = beginning(look, reading, at) ?? at;
  const outlook =
    budget === null
      ? null
      : outlookOf(look.objective, look.ledger, budget, rateOf(reading, evaluation));
  const why: PageWhy = {
    kind: reading.kind,
    ...nothingMore,
    ...partOf(reading, dark),
    budget: budgetFacts(budget),
    beganAt: isoOrNull(began),
    spentAt: (outlook?.minutesLeft ?? 0) > 0 ? foreseen(at, outlook?.minutesLeft ?? null) : null,
    resetsAt: isoOrNull(outlook?.resetsAt ?? null),
    clearsBy: isoOrNull(clearsBy(look, event.readings, at, outlook?.recoversAt ?? null)),
  };
  return { why, began };
}

/** What holds before what does not; of several the one that sees the shortest time. */
function firstOf(readings: readonly Reading[]): Reading {
  const [first] = readings.toSorted(
    (a, b) => Number(b.holds) - Number(a.holds) || longOf(a) - longOf(b),
  );
  if (first === undefined) throw new Error('an alert without a reading');
  return first;
}

function longOf(reading: Reading): number {
  return reading.kind === 'burn' ? reading.long.minutes : 0;
}

function partOf(reading: Reading, dark: DarkSource | null): Partial<PageWhy> {
  if (reading.kind === 'burn') return { burn: tierFacts(reading) };
  if (reading.kind === 'budget-spent')
    return { spent: { share: finite(reading.spentShare), at: reading.at } };
  if (reading.kind === 'budget-drop') {
    const { droppedShare, at, minutes } = reading;
    return { drop: { share: finite(droppedShare), at, minutes } };
  }
  if (reading.kind === 'no-data') {
    const { coverage, below, minutes } = reading;
    const where = dark === null ? {} : { source: dark.source, slos: dark.slos };
    return { noData: { coverage, below, minutes, ...where } };
  }
  return { clients: reading.jump === null ? null : clientFacts(reading.jump) };
}

function beginning(look: Look, reading: Reading, at: Minute): Minute | null {
  const since = (minutes: number, threshold: number) =>
    beganAt(look.ledger, { from: at - minutes, to: at }, threshold);
  if (reading.kind === 'burn') return since(reading.long.minutes, reading.threshold);
  if (reading.kind === 'budget-drop') return since(reading.minutes, 0);
  if (reading.kind === 'budget-spent')
    // Faster than the target allows: strays of the days before began nothing.
    return since(spentReach, errorBudget(targetAt(look.objective.targets, at) ?? 1));
  if (reading.kind === 'no-data') return lastMeasured(look.ledger, at);
  return reading.jump?.now.span.from ?? null;
}

/** How fast the budget goes now: as of the window that shows it soonest. */
function rateOf(reading: Reading, { readings }: Happened['evaluation']): number | null {
  if (reading.kind === 'burn') return reading.short.burn;
  const burns = readings.filter((each): each is BurnReading => each.kind === 'burn');
  return burns.toSorted((a, b) => a.long.minutes - b.long.minutes)[0]?.long.burn ?? null;
}

/** The latest minute at which it resolves if nothing more fails from here; null where that cannot be said. */
function clearsBy(
  { slo }: Look,
  readings: readonly Reading[],
  at: Minute,
  recoversAt: Minute | null,
): Minute | null {
  const { resolveAfter } = slo.alerts;
  const waits = readings.filter(({ holds }) => holds).map(waitOf);
  const known = waits.filter((wait) => wait !== null);
  if (known.length === waits.length && known.length > 0)
    return at + Math.max(...known) + resolveAfter;
  const spent = readings.some((reading) => reading.kind === 'budget-spent' && reading.at === 1);
  return spent && recoversAt !== null ? recoversAt + resolveAfter : null;
}

/** Minutes after which the short window, or whatever speaks, has forgotten the last failure. */
function waitOf(reading: Reading): number | null {
  if (reading.kind === 'burn') return reading.short.minutes;
  if (reading.kind === 'budget-drop') return reading.minutes;
  if (reading.kind === 'client-errors') return Math.max(...defaultJumpRules.windows);
  return null;
}
