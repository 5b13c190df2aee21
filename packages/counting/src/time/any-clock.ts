import { apacheTimeLength, createApacheClock } from './apache-clock.ts';
import { noMinute } from './calendar.ts';
import { digitsAt } from './digits.ts';
import { createIsoClock, secondsEnd } from './iso-clock.ts';

const isoMinute = 'YYYY-MM-DDTHH:MM'.length;

/** Reads the UTC minute of a time in a range of bytes; `noMinute` when it is none. */
export type RangeClock = (bytes: Buffer, from: number, to: number) => number;

/**
 * Reads times as logs have them: ISO 8601 with its offset (`T` or a space between), Apache's, in
 * brackets or not, and Unix time in seconds, milliseconds, microseconds or nanoseconds, told apart
 * by their digits. A time without a zone is none: nobody can say which minute it was.
 */
export function createAnyClock(): RangeClock {
  const iso = createIsoClock();
  const apache = createApacheClock();
  const spaced = Buffer.alloc(isoMinute);
  return (bytes, from, to) => {
    if (bytes[from] === 91) {
      return bytes[to - 1] === 93 && to - from === apacheTimeLength + 2
        ? apache(bytes, from + 1)
        : noMinute;
    }
    if (bytes[from + 2] === 47)
      return to - from === apacheTimeLength ? apache(bytes, from) : noMinute;
    if (bytes[from + 4] !== 45) return unixMinute(bytes, from, to);
    if (to - from < isoMinute) return noMinute;
    bytes.copy(spaced, 0, from, from + isoMinute);
    if (spaced[10] === 32) spaced[10] = 84;
    const minute = iso(spaced, 0);
    const end = secondsEnd(bytes, from + isoMinute, to);
    if (minute === noMinute || end < 0) return noMinute;
    const offset = offsetOf(bytes, end, to);
    return Number.isNaN(offset) ? noMinute : minute - offset;
  };
}

/** Minutes east of UTC of `Z`, `+09:00` or `+0900`; NaN when it is none. */
function offsetOf(bytes: Buffer, from: number, to: number): number {
  if (bytes[from] === 90) return to === from + 1 ? 0 : Number.NaN;
  const sign = bytes[from] === 43 ? 1 : bytes[from] === 45 ? -1 : Number.NaN;
  const colon = bytes[from + 3] === 58 ? 1 : 0;
  const [hours, minutes] = [digitsAt(bytes, from + 1, 2), digitsAt(bytes, from + 3 + colon, 2)];
  const fits = to === from + 5 + colon && hours >= 0 && hours < 16 && minutes >= 0 && minutes < 60;
  return fits ? sign * (hours * 60 + minutes) : Number.NaN;
}

const perMinute = new Map([
  [10, 60],
  [13, 60e3],
  [16, 60e6],
]);

function unixMinute(bytes: Buffer, from: number, to: number): number {
  let digits = 0;
  while (from + digits < to && digits < 20 && digitsAt(bytes, from + digits, 1) >= 0) digits += 1;
  const rest = from + digits;
  if (rest < to && bytes[rest] !== 46) return noMinute;
  for (let at = rest + 1; at < to; at += 1) if (digitsAt(bytes, at, 1) < 0) return noMinute;
  // Nanoseconds have more digits than a double; the last three do not change the minute.
  const used = digits === 19 ? 16 : digits;
  const unit = perMinute.get(used);
  return unit === undefined ? noMinute : Math.floor(digitsAt(bytes, from, used) / unit);
}
