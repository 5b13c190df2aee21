import { expect, it } from 'vitest';
import { parseAt } from './expression.ts';

it.each([
  ['2026-05-01T10:00:00', 'UTC', '2026-05-01T10:00:00.000Z'],
  ['2026-05-01T10:00:00', 'Asia/Tokyo', '2026-05-01T01:00:00.000Z'],
  ['2026-07-01T10:00:00', 'America/New_York', '2026-07-01T14:00:00.000Z'],
  ['2026-12-01T10:00:00', 'America/New_York', '2026-12-01T15:00:00.000Z'],
  ['2026-03-08T03:30:00', 'America/New_York', '2026-03-08T07:30:00.000Z'],
  ['2026-01-01T05:15:00', 'Asia/Kathmandu', '2025-12-31T23:30:00.000Z'],
])('reads at(%s) in %s as %s', (wall, zone, utc) => {
  expect(new Date(parseAt(`at(${wall})`, zone)).toISOString()).toBe(utc);
});
