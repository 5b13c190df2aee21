import { findByte } from '../lines/find-byte.ts';
import { type LogEvent, setField } from '../lines/log-event.ts';
import { digitsAt } from '../time/digits.ts';

const space = 32;
const quote = 34;
const backslash = 92;

/**
 * Finds `" 200 ` behind the request. A client may have written as much into its request: there Apache
 * writes `\"` and nginx `\x22`, so the first quote that is not escaped counts; some servers escape
 * quotes and others no backslashes, so when there is none, the first of any.
 * @param from right behind the request's opening quote
 * @returns where the status ends; -1 when there is none
 */
export function combinedStatus(bytes: Buffer, from: number, to: number, event: LogEvent): number {
  const end = statusBehind(bytes, from, to, event, true);
  return end < 0 ? statusBehind(bytes, from, to, event, false) : end;
}

function statusBehind(
  bytes: Buffer,
  from: number,
  to: number,
  event: LogEvent,
  escapes: boolean,
): number {
  for (let at = quoteFrom(bytes, from, to, escapes); at + 5 <= to; ) {
    if (bytes[at + 1] === space && (at + 5 === to || bytes[at + 5] === space)) {
      event.status = digitsAt(bytes, at + 2, 3);
      if (event.status >= 0) return at + 5;
    }
    at = quoteFrom(bytes, at + 1, to, escapes);
  }
  return -1;
}

/** Finds the agent: `bytes "referer" "agent"`, whatever follows. @param from where the status ends */
export function combinedAgent(bytes: Buffer, from: number, to: number, event: LogEvent): void {
  const referer = findByte(bytes, space, from + 1, to) + 1;
  if (bytes[referer] !== quote || referer >= to) return;
  let at = quoteFrom(bytes, referer + 1, to, true);
  while (at + 2 < to && (bytes[at + 1] !== space || bytes[at + 2] !== quote))
    at = quoteFrom(bytes, at + 1, to, true);
  const agent = at + 3;
  if (agent > to) return;
  at = quoteFrom(bytes, agent, to, true);
  while (at + 1 < to && bytes[at + 1] !== space) at = quoteFrom(bytes, at + 1, to, true);
  if (at < to) setField(event, 'agent', agent, at);
}

/** The next quote; with `escapes` none that a backslash precedes which is not escaped itself. `to` when there is none. */
function quoteFrom(bytes: Buffer, from: number, to: number, escapes: boolean): number {
  let at = from;
  while (at < to && bytes[at] !== quote) at += escapes && bytes[at] === backslash ? 2 : 1;
  return Math.min(at, to);
}
