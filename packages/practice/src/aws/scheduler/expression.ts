import { Refusal } from '../world/refusal.ts';

const pattern = /^at\((\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})\)$/;

/**
 * The moment (epoch milliseconds) of a one-time expression `at(yyyy-mm-ddThh:mm:ss)` in a time zone.
 * Errors: `ValidationException` for other expressions and unknown zones.
 */
export function parseAt(expression: string, timezone: string): number {
  const match = pattern.exec(expression);
  if (match === null) throw invalid(`Invalid Schedule Expression ${expression}.`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map(Number);
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const written = `at(${new Date(wall).toISOString().slice(0, 19)})`;
  if (written !== expression) throw invalid(`Invalid Schedule Expression ${expression}.`);
  if (timezone === 'UTC') return wall;
  // Twice, because the offset at the guess may differ from the offset at the answer.
  const guess = wall - offsetAt(wall, timezone);
  return wall - offsetAt(guess, timezone);
}

function offsetAt(time: number, timezone: string): number {
  const parts = formatter(timezone).formatToParts(time);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(time / 1000) * 1000;
}

function formatter(timezone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    throw invalid(`Invalid Schedule Expression Timezone ${timezone}.`);
  }
}

function invalid(message: string): Refusal {
  return new Refusal('ValidationException', message);
}
