import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { minuteOf, msPerMinute, type Span } from '../minutes/index.ts';
import { BadCorrection, type Correction, type Recurring } from './correction.ts';
import { ruleComplaint } from './rule-complaint.ts';

const longestMinutes = 366 * 1440;
const mostOccurrences = 20_000;

/**
 * The spans of a correction that touch `within`, in order; a recurring one's as the clocks of its
 * time zone stood then.
 *
 * A start that the clocks skip on some day is no start that day (RFC 5545, 3.3.10); of one that comes
 * twice the first counts. Errors: throws `BadCorrection`.
 */
export function spansOf(correction: Correction, within: Span): readonly Span[] {
  const { id, when } = correction;
  if (when.kind === 'recurring') return recurringSpans(id, when, within);
  const { from, to } = when;
  if (!Number.isInteger(from) || !Number.isInteger(to) || to <= from)
    throw new BadCorrection('empty-span', id, `${from}..${to}`);
  return touches({ from, to }, within) ? [{ from, to }] : [];
}

function recurringSpans(id: string, when: Recurring, within: Span): readonly Span[] {
  const rule = readRule(id, when);
  if (within.to <= within.from) return [];
  const after = new Date((within.from - when.minutes) * msPerMinute);
  const before = new Date(within.to * msPerMinute);
  const starts = startsBetween(id, when, () => rule.between(after, before, true));
  return starts
    .map(({ epochMilliseconds }) => minuteOf(epochMilliseconds))
    .map((from) => ({ from, to: Math.min(from + when.minutes, when.until ?? Infinity) }))
    .filter((span) => span.from < span.to && touches(span, within));
}

function startsBetween(
  id: string,
  { rule }: Recurring,
  look: () => readonly { readonly epochMilliseconds: number }[],
): readonly { readonly epochMilliseconds: number }[] {
  try {
    const starts = look();
    if (starts.length <= mostOccurrences) return starts;
  } catch (error) {
    throw new BadCorrection('too-many', id, rule, error);
  }
  throw new BadCorrection('too-many', id, rule);
}

function readRule(id: string, when: Recurring): RRuleTemporal {
  const { rule, start, timeZone, minutes } = when;
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > longestMinutes)
    throw new BadCorrection('bad-length', id, String(minutes));
  const complaint = ruleComplaint(rule);
  if (complaint !== null) throw new BadCorrection('bad-rule', id, complaint);
  const dtstart = firstStart(id, start, timeZone);
  const rruleString = untilInUtc(id, rule, timeZone);
  try {
    return new RRuleTemporal({ rruleString, dtstart, cache: false });
  } catch (error) {
    throw new BadCorrection('bad-rule', id, rule, error);
  }
}

/**
 * An end by the clocks of the time zone as the library wants it, in UTC: a whole day is in to its
 * last second, as people mean it, wherever they are.
 */
function untilInUtc(id: string, rule: string, timeZone: string): string {
  return rule.replace(/UNTIL=(\d{8})(?:T(\d{6}))?(?=;|$)/, (part, day: string, time = '235959') => {
    const end = attempt(() =>
      Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone, {
        disambiguation: 'later',
      }),
    );
    if (end === null) throw new BadCorrection('bad-rule', id, part);
    return `UNTIL=${end.toInstant().toString().replaceAll(/[-:]/g, '')}`;
  });
}

function firstStart(id: string, start: string, timeZone: string): Temporal.ZonedDateTime {
  const local = attempt(() => Temporal.PlainDateTime.from(start));
  if (local === null || /Z|\[|[+-]\d\d:?\d\d$/.test(start.slice(10)))
    throw new BadCorrection('bad-start', id, start);
  const zoned = attempt(() => local.toZonedDateTime(timeZone, { disambiguation: 'compatible' }));
  if (zoned === null) throw new BadCorrection('bad-time-zone', id, timeZone);
  return zoned;
}

function attempt<Value>(make: () => Value): Value | null {
  try {
    return make();
  } catch {
    return null;
  }
}

function touches(span: Span, within: Span): boolean {
  return span.from < within.to && span.to > within.from;
}
