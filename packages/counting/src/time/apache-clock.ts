import { minuteOf, noMinute } from './calendar.ts';
import { digitsAt } from './digits.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** How many characters `10/Oct/2026:13:55:36 +0900` has. */
export const apacheTimeLength = 26;

/**
 * Reads the UTC minute of `10/Oct/2026:13:55:36 +0900`; `noMinute` when it is none.
 * Source: Apache HTTP Server, mod_log_config (`%t`); nginx has the same as `$time_local`.
 */
export function createApacheClock(): (bytes: Buffer, at: number) => number {
  const last = new Uint8Array(apacheTimeLength);
  let lastMinute = noMinute;
  return (bytes, at) => {
    const seconds = digitsAt(bytes, at + 18, 2);
    if (seconds < 0 || seconds > 59) return noMinute;
    let index = apacheTimeLength - 1;
    while (index >= 0 && (bytes[at + index] === last[index] || index === 18 || index === 19))
      index -= 1;
    if (index < 0) return lastMinute;
    const minute = parse(bytes, at);
    if (minute === noMinute) return noMinute;
    lastMinute = minute;
    for (let each = 0; each < apacheTimeLength; each += 1) last[each] = bytes[at + each] ?? 0;
    return minute;
  };
}

const marks = [
  [2, 47],
  [6, 47],
  [11, 58],
  [14, 58],
  [17, 58],
  [20, 32],
] as const; // / / : : : space

function parse(bytes: Buffer, at: number): number {
  for (const [offset, mark] of marks) if (bytes[at + offset] !== mark) return noMinute;
  const sign = bytes[at + 21];
  if (sign !== 43 && sign !== 45) return noMinute;
  const [hours, minutes] = [digitsAt(bytes, at + 22, 2), digitsAt(bytes, at + 24, 2)];
  if (hours < 0 || hours > 15 || minutes < 0 || minutes > 59) return noMinute;
  const month = months.indexOf(bytes.toString('latin1', at + 3, at + 6)) + 1;
  const local = minuteOf(
    digitsAt(bytes, at + 7, 4),
    month,
    digitsAt(bytes, at, 2),
    digitsAt(bytes, at + 12, 2),
    digitsAt(bytes, at + 15, 2),
  );
  if (local === noMinute) return noMinute;
  return local - (sign === 43 ? 1 : -1) * (hours * 60 + minutes);
}
