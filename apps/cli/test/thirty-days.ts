/** What happened in the month of `thirtyDays`. */
export const happenings = {
  /** First minute, UTC. */
  from: Date.UTC(2026, 8, 1) / 60_000,
  days: 30,
  /** Half of all requests fail. */
  outage: { day: 9, hour: 5, minutes: 40 },
  /** A deploy fails 1 % of the requests for a day and a half. */
  deploy: { day: 18, hour: 3, minutes: 36 * 60, rate: 0.01 },
  /** A night in which two of few requests fail. */
  quietNight: { day: 5, hour: 18 },
  /** The logs of these hours are lost. */
  lost: { day: 24, hour: 2, minutes: 300 },
} as const;

/** A small generator of numbers from 0 to 1 (mulberry32): the same month each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function inside(
  at: number,
  { day, hour, minutes }: { day: number; hour: number; minutes: number },
) {
  const from = (day * 24 + hour) * 60;
  return at >= from && at < from + minutes;
}

/** Requests a minute: busy at noon in Tokyo, nearly none at night. */
function rate(at: number): number {
  const hour = (at / 60 + 9) % 24;
  return 0.04 + 2.2 * Math.max(0, Math.sin(((hour - 7) / 16) * Math.PI)) ** 2;
}

/** Thirty days of ALB logs of a small shop, about 4 MB, one text for each day. */
export function thirtyDays(): readonly string[] {
  const next = numbers(20_260_901);
  const days: string[] = [];
  for (let day = 0; day < happenings.days; day += 1) {
    const lines: string[] = [];
    for (let at = day * 1440; at < (day + 1) * 1440; at += 1) {
      if (inside(at, happenings.lost)) continue;
      const whole = Math.floor(rate(at));
      const many = whole + (next() < rate(at) - whole ? 1 : 0);
      for (let each = 0; each < many; each += 1) lines.push(lineAt(at, next));
    }
    days.push(lines.join(''));
  }
  return days;
}

function lineAt(at: number, next: () => number): string {
  const time = new Date(
    (happenings.from + at) * 60_000 + Math.floor(next() * 60_000),
  ).toISOString();
  const path = next() < 0.3 ? '/api/orders' : next() < 0.5 ? '/api/users/7' : '/';
  const broken = inside(at, happenings.deploy) && next() < happenings.deploy.rate;
  const down = inside(at, happenings.outage) && next() < 0.5;
  const status = down ? 502 : broken ? 500 : next() < 0.02 ? 404 : 200;
  return albLine(time, status, path);
}

/** One line of an ALB log. */
export function albLine(time: string, status: number, path = '/'): string {
  return `h2 ${time} app/web/1 203.0.113.9:5000 10.0.0.1:80 0.000 0.100 0.000 ${status} ${status} 34 366 "GET https://shop.example:443${path} HTTP/2.0" "-" - -\n`;
}
