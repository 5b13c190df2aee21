import { describe, expect, it } from 'vitest';
import { practiceConfig } from '../../../../test/support/world.ts';
import { withinWorkingHours } from './working-hours.ts';

function hours(from: string, to: string, timeZone: string, days = 'mon, tue, wed, thu, fri') {
  const text = `{ days: [${days}], from: '${from}', to: '${to}', timeZone: ${timeZone} }`;
  const template = 'launchTemplate: sekisho-ops-server';
  const { environments } = practiceConfig((yaml) =>
    yaml.replaceAll(template, `${template}\n      workingHours: ${text}`),
  );
  const found = environments.staging?.opsServer.workingHours;
  if (!found) throw new Error('the configuration has no working hours');
  return found;
}

const within = (rule: ReturnType<typeof hours>, at: string) =>
  withinWorkingHours(rule, new Date(at));

describe('working hours', () => {
  it('open at their first minute and close at their last', () => {
    const tokyo = hours('09:00', '19:00', 'Asia/Tokyo');
    expect(within(tokyo, '2026-05-01T08:59:59.999+09:00')).toBe(false);
    expect(within(tokyo, '2026-05-01T09:00:00+09:00')).toBe(true);
    expect(within(tokyo, '2026-05-01T18:59:59.999+09:00')).toBe(true);
    expect(within(tokyo, '2026-05-01T19:00:00+09:00')).toBe(false);
  });

  it('know the day by the wall of their own zone, not by UTC', () => {
    const tokyo = hours('00:00', '24:00', 'Asia/Tokyo');
    // Monday morning in Tokyo is still Sunday in UTC; Saturday there is still Friday.
    expect(within(tokyo, '2026-05-03T15:00:00Z')).toBe(true);
    expect(within(tokyo, '2026-05-03T14:59:59Z')).toBe(false);
    expect(within(tokyo, '2026-05-01T14:59:59Z')).toBe(true);
    expect(within(tokyo, '2026-05-01T15:00:00Z')).toBe(false);
  });

  it('end at midnight when they are written so', () => {
    const late = hours('18:00', '24:00', 'Asia/Tokyo', 'fri');
    expect(within(late, '2026-05-01T23:59:59+09:00')).toBe(true);
    expect(within(late, '2026-05-02T00:00:00+09:00')).toBe(false);
  });

  it('follow the clock into summer and out of it', () => {
    const berlin = hours('09:00', '17:00', 'Europe/Berlin', 'sun, mon, tue, wed, thu, fri, sat');
    // The Saturday before and the Sunday of the change: 9:00 is 8:00 UTC, then 7:00 UTC.
    expect(within(berlin, '2026-03-28T07:59:00Z')).toBe(false);
    expect(within(berlin, '2026-03-28T08:00:00Z')).toBe(true);
    expect(within(berlin, '2026-03-29T07:00:00Z')).toBe(true);
    expect(within(berlin, '2026-03-29T15:00:00Z')).toBe(false);
    expect(within(berlin, '2026-10-24T15:00:00Z')).toBe(false);
    expect(within(berlin, '2026-10-25T15:59:00Z')).toBe(true);
  });

  it('hold through the hour that happens twice and the one that never does', () => {
    const night = hours('02:00', '03:00', 'America/New_York', 'sun');
    // 1 November 2026, 01:30 happens twice and 02:30 once; 8 March 2026 has no 02:30 at all.
    expect(within(night, '2026-11-01T05:30:00Z')).toBe(false);
    expect(within(night, '2026-11-01T06:30:00Z')).toBe(false);
    expect(within(night, '2026-11-01T07:30:00Z')).toBe(true);
    expect(within(night, '2026-03-08T06:59:59Z')).toBe(false);
    expect(within(night, '2026-03-08T07:00:00Z')).toBe(false);
  });
});
