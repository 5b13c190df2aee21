import { type Path, shown } from '../../problems/index.ts';
import type { Calendar, TimeWindow } from '../model.ts';
import type { Checking } from './findings.ts';

/** Checks that there is one window, and that it knows when it begins if it does not roll. */
export function checkWindows(
  windows: readonly TimeWindow[] | undefined,
  path: Path,
  checking: Checking,
): void {
  const { problem } = checking;
  if (windows === undefined) return problem('missing', path, { key: 'timeWindow' });
  if (windows.length !== 1) {
    problem('wrong-count', path, { count: windows.length, minimum: 1, maximum: 1 });
  }
  for (const [index, { isRolling, calendar }] of windows.entries()) {
    const at = [...path, index];
    if (isRolling === true && calendar) problem('calendar-rolls', [...at, 'calendar'], {}, 'key');
    else if (isRolling !== true && !calendar) problem('calendar-missing', at, {});
    if (calendar) checkCalendar(calendar, [...at, 'calendar'], checking);
  }
}

function checkCalendar({ startTime, timeZone }: Calendar, path: Path, { problem }: Checking): void {
  if (startTime === undefined) problem('missing', [...path, 'startTime'], { key: 'startTime' });
  else if (!isMoment(startTime)) {
    problem('bad-start', [...path, 'startTime'], { value: shown(startTime) });
  }
  if (timeZone === undefined) problem('missing', [...path, 'timeZone'], { key: 'timeZone' });
  else if (!isZone(timeZone)) {
    problem('bad-zone', [...path, 'timeZone'], { value: shown(timeZone) });
  }
}

/** `2022-01-01 12:00:00`, a day and a time that exist. */
function isMoment(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return false;
  const moment = new Date(`${text.replace(' ', 'T')}Z`);
  return (
    !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 19) === text.replace(' ', 'T')
  );
}

function isZone(text: string): boolean {
  // The platform takes offsets such as +09:00 as well, which no calendar with summer time fits.
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
