import { MinuteHistory, msPerMinute, type Span } from '../minutes/index.ts';
import type { CountedMinute } from './counted-minute.ts';
import { usualEvents } from './usual-events.ts';

/** Minutes of logs as a history, with what the logs cover of them. */
export interface LogHistory {
  readonly history: MinuteHistory;
  /** From the first minute with a line to the end of the last one. */
  readonly span: Span;
  /** Stretches without any line that are too long to be idle: taken as not measured. */
  readonly holes: readonly Span[];
}

/** Minutes without a line from which on they may be a hole. */
export const shortestHole = 60;
/** Where so many requests are usual, chance alone keeps them all away once in e²⁰ times. */
const expectedInHole = 20;

/**
 * Makes a history of counted minutes. Logs do not say whether nothing came or nothing was logged: a
 * stretch without a line counts as idle, unless it lasts an hour or longer and twenty requests or
 * more are usual then; then as not measured.
 * @param minutes in the order of time
 * @param covers what the logs cover, where that is known by other lines than these
 * @returns null when there is none
 */
export function logHistory(minutes: readonly CountedMinute[], covers?: Span): LogHistory | null {
  const [first, last] = [minutes[0], minutes.at(-1)];
  if (first === undefined || last === undefined) return null;
  const span = covers ?? { from: first.minute, to: last.minute + 1 };
  const usual = usualEvents(minutes, span);
  const history = new MinuteHistory();
  const holes: Span[] = [];
  const skip = (gap: Span) => {
    if (gap.to - gap.from >= shortestHole && usual(gap) >= expectedInHole) holes.push(gap);
    else for (let idle = gap.from; idle < gap.to; idle += 1) history.add(idle, measured);
  };
  let next = span.from;
  for (const { minute, good, bad, excluded } of minutes) {
    skip({ from: next, to: minute });
    history.add(minute, { good, bad, excluded, ...measured });
    next = minute + 1;
  }
  skip({ from: next, to: span.to });
  return { history, span, holes };
}

const measured = { measured: msPerMinute } as const;
