import type { Minute } from '../minutes/index.ts';
import type { AlertPolicy } from './policy.ts';
import type { Evaluation, Reading } from './reading.ts';

/** What is remembered of one alert between evaluations; plain data, to be stored. */
export interface AlertMemory {
  readonly phase: 'firing' | 'resolved';
  /** When this firing was told. With the key it names the page: telling it again is no new page. */
  readonly firedAt: Minute;
  /** Since when its condition has been gone, while firing; when it resolved, after. */
  readonly clearSince: Minute | null;
  /** It came back soon after it resolved: from when on it is told of after all, should it still be on. */
  readonly quietUntil?: Minute;
}

export interface AlertState {
  /** The last evaluation taken in; null before the first. */
  readonly at: Minute | null;
  readonly alerts: Readonly<Record<string, AlertMemory>>;
}

/** Something to tell, or (`refired`) something to show without telling. */
export interface AlertEvent {
  readonly kind: 'fired' | 'resolved' | 'refired';
  readonly key: string;
  readonly at: Minute;
  readonly firedAt: Minute;
  /** The readings of that key: why. */
  readonly readings: readonly Reading[];
}

export const nothingYet: AlertState = { at: null, alerts: {} };

/**
 * The next state, and what is to be told, once an evaluation is taken in.
 *
 * An evaluation no later than the last one taken in tells nothing: a restart or a replay pages nobody
 * again. While the budget is frozen only the no-data alert moves.
 */
export function step(
  policy: AlertPolicy,
  state: AlertState,
  evaluation: Evaluation,
): { readonly state: AlertState; readonly events: readonly AlertEvent[] } {
  const { at } = evaluation;
  if (state.at !== null && at <= state.at) return { state, events: [] };
  const alerts = { ...state.alerts };
  const events: AlertEvent[] = [];
  for (const [key, readings] of Object.entries(byKey(evaluation))) {
    const told = (kind: AlertEvent['kind'], { firedAt }: AlertMemory) =>
      events.push({ kind, key, at, firedAt, readings });
    const before = Object.hasOwn(alerts, key) ? alerts[key] : undefined;
    const holds = readings.some((reading) => reading.holds);
    const after = nextMemory(policy, before, holds, at);
    if (after === undefined) continue;
    alerts[key] = after;
    if (before?.phase === 'firing' && after.firedAt !== before.firedAt) {
      told('resolved', before);
      told('fired', after);
    }
    if (after.phase === before?.phase) continue;
    if (after.phase === 'resolved') told('resolved', after);
    else told(after.firedAt === before?.firedAt ? 'refired' : 'fired', after);
  }
  return { state: { at, alerts }, events };
}

/** What is remembered of an alert after a minute in which its condition held or did not; the same object when nothing changed. */
export function nextMemory(
  policy: Pick<AlertPolicy, 'resolveAfter' | 'refireAfter'>,
  before: AlertMemory | undefined,
  holds: boolean,
  at: Minute,
): AlertMemory | undefined {
  return holds ? whileHolding(policy, before, at) : whileClear(policy, before, at);
}

function byKey({ frozen, readings }: Evaluation): Readonly<Record<string, readonly Reading[]>> {
  const moving = readings.filter(({ kind }) => !frozen || kind === 'no-data');
  return Object.groupBy(moving, ({ key }) => key) as Record<string, readonly Reading[]>;
}

function whileHolding(
  { refireAfter }: Pick<AlertPolicy, 'refireAfter'>,
  before: AlertMemory | undefined,
  at: Minute,
): AlertMemory {
  const fresh = { phase: 'firing', firedAt: at, clearSince: null } as const;
  if (before === undefined) return fresh;
  const { phase, firedAt, clearSince } = before;
  const quietUntil =
    phase === 'resolved' ? (clearSince ?? firedAt) + refireAfter : before.quietUntil;
  // What came back untold and stays is a burn of its own, of which somebody must hear.
  if (quietUntil !== undefined && at >= quietUntil) return fresh;
  if (phase === 'firing' && clearSince === null) return before;
  return { ...fresh, firedAt, ...(quietUntil === undefined ? {} : { quietUntil }) };
}

function whileClear(
  { resolveAfter }: Pick<AlertPolicy, 'resolveAfter'>,
  before: AlertMemory | undefined,
  at: Minute,
): AlertMemory | undefined {
  if (before?.phase !== 'firing') return before;
  const clearSince = before.clearSince ?? at;
  return at - clearSince < resolveAfter
    ? { ...before, clearSince }
    : { phase: 'resolved', firedAt: before.firedAt, clearSince: at };
}
