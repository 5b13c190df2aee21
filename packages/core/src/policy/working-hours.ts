import type { WorkingHours } from '@sekisho/config';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Whether `at` falls into these hours, by the clock on their own wall. */
export function withinWorkingHours(hours: WorkingHours, at: Date): boolean {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: hours.timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  const minute = Number(part('hour')) * 60 + Number(part('minute'));
  const day = weekdays.indexOf(part('weekday'));
  return hours.days.includes(day) && minute >= hours.fromMinute && minute < hours.toMinute;
}
