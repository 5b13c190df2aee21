import type { WorkingHours } from './config.ts';
import type { EnvironmentDocument } from './schema.ts';

const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** Working hours as they are judged, and as messages show them. */
export function hoursOf(
  hours: NonNullable<EnvironmentDocument['opsServer']['workingHours']>,
): WorkingHours {
  const indexes = [...new Set(hours.days.map((day) => days.indexOf(day)))].sort((a, b) => a - b);
  return {
    days: indexes,
    fromMinute: minutesOf(hours.from),
    toMinute: minutesOf(hours.to),
    timeZone: hours.timeZone,
    text: `${daysText(indexes)} ${hours.from}–${hours.to} ${hours.timeZone}`,
  };
}

/** `mon–fri`, `sat, sun`, `mon, wed–fri`; the week begins on Monday. */
function daysText(indexes: readonly number[]): string {
  const week = [1, 2, 3, 4, 5, 6, 0].map((day) => ({ day, on: indexes.includes(day) }));
  const runs: number[][] = [];
  for (const [at, { day, on }] of week.entries()) {
    if (!on) continue;
    if (week[at - 1]?.on === true) runs.at(-1)?.push(day);
    else runs.push([day]);
  }
  const named = (day: number | undefined) => days[day ?? 0] ?? '';
  return runs
    .map((run) =>
      run.length > 2 ? `${named(run[0])}–${named(run.at(-1))}` : run.map(named).join(', '),
    )
    .join(', ');
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
