/*
 * Durations as Prometheus writes and reads them: `5m`, `1h30m`, and `4w` for 28 days, because it
 * writes years and weeks where nothing is left over. (prometheus/common: model.Duration.)
 */

const units = [
  ['y', 31_536_000_000],
  ['w', 604_800_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

/** Milliseconds of a day. */
export const day = 86_400_000;

const shape = /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;

/** Milliseconds of a duration; null when it is none, is zero, or is longer than 100 years. */
export function parseDuration(text: string): number | null {
  const found = shape.exec(text);
  if (found === null) return null;
  const total = units.reduce((sum, [, size], at) => sum + Number(found[at + 1] ?? 0) * size, 0);
  return total > 0 && total <= 100 * units[0][1] ? total : null;
}

/** A duration in milliseconds, as Prometheus writes it. */
export function formatDuration(milliseconds: number): string {
  let left = milliseconds;
  let text = '';
  for (const [unit, size] of units) {
    if ((unit === 'y' || unit === 'w') && left % size !== 0) continue;
    const count = Math.floor(left / size);
    if (count > 0) text += `${count}${unit}`;
    left -= count * size;
  }
  return text || '0s';
}

/** Hours as Go reckons them: whole ones, and the rest of one divided once. */
export function goHours(milliseconds: number): number {
  const hour = 3_600_000;
  return Math.floor(milliseconds / hour) + ((milliseconds % hour) * 1e6) / 3.6e12;
}
