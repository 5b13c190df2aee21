/** A service's true life: what each of two processes did each second, and when it was scraped. */
export interface World {
  /** Milliseconds since 1970, on a minute. */
  readonly from: number;
  readonly minutes: number;
  /** True events of all processes by second since `from`. */
  readonly good: Float64Array;
  readonly bad: Float64Array;
  /** Of the good ones, clients' own errors. */
  readonly clientErrors: Float64Array;
  /** Events that no scrape ever saw, since their process died before. */
  lost: number;
  readonly openMetrics: string;
}

interface Life {
  readonly instance: string;
  readonly offset: number;
  /** Seconds since the world's beginning at which the process begins anew. */
  readonly restarts: readonly number[];
  readonly isMissed: (second: number) => boolean;
}

const SCRAPE = 15;

/** 150 minutes: busy, an idle quarter of an hour, restarts, scrapes missed by one and by all. */
export function makeWorld(from: number): World {
  const minutes = 150;
  const good = new Float64Array(minutes * 60);
  const bad = new Float64Array(minutes * 60);
  const clientErrors = new Float64Array(minutes * 60);
  const lines: string[] = [];
  const world = { from, minutes, good, bad, clientErrors, lost: 0, openMetrics: '' };
  const down = (second: number) => second >= 100 * 60 && second < 110 * 60;
  const lives: Life[] = [
    {
      ...{ instance: 'a:1', offset: 4.217, restarts: [] },
      isMissed: (second) => down(second) || (second > 1200 && second < 1230) || second % 1777 < 15,
    },
    { instance: 'b:1', offset: 11.6, restarts: [2003, 4502, 7777], isMissed: down },
  ];
  for (const life of lives) live(world, life, lines);
  return { ...world, lost: world.lost, openMetrics: `${lines.join('\n')}\n# EOF\n` };
}

function live(world: World, life: Life, lines: string[]): void {
  let counts = { good: 0, bad: 0, clients: 0 };
  let unseen = 0;
  let next = life.offset;
  for (let second = 0; second < world.minutes * 60; second += 1) {
    if (life.restarts.includes(second)) {
      counts = { good: 0, bad: 0, clients: 0 };
      world.lost += unseen;
      unseen = 0;
    }
    while (next < second) {
      if (!life.isMissed(next)) {
        expose(world, life.instance, next, counts, lines);
        unseen = 0;
      }
      next += SCRAPE;
    }
    const idle = second >= 60 * 60 && second < 75 * 60;
    const failing = second >= 40 * 60 && second < 45 * 60;
    const events = idle ? 0 : 3 + (hash(second, life.offset) % 7);
    const failed = failing ? Math.floor(events / 2) : 0;
    // While one of the processes begins anew.
    const clients = second >= 1900 && second < 2100 ? Math.floor(events / 2) : 0;
    counts = {
      ...{ good: counts.good + events - failed, bad: counts.bad + failed },
      clients: counts.clients + clients,
    };
    world.clientErrors[second] = (world.clientErrors[second] ?? 0) + clients;
    world.good[second] = (world.good[second] ?? 0) + events - failed;
    world.bad[second] = (world.bad[second] ?? 0) + failed;
    unseen += events;
  }
}

function expose(
  { from }: World,
  instance: string,
  second: number,
  { good, bad, clients }: { good: number; bad: number; clients: number },
  lines: string[],
): void {
  const at = (from / 1000 + second).toFixed(3);
  const line = (name: string, labels: string, value: number) =>
    lines.push(`${name}{job="shop",instance="${instance}"${labels}} ${value} ${at}`);
  line('requests_total', ',code="200"', good);
  // As clients do: the series of failures is not there before the first.
  if (bad > 0) line('requests_total', ',code="500"', bad);
  if (clients > 0) line('client_errors_total', '', clients);
  line('latency_bucket', ',le="0.1"', Math.floor(good / 2));
  line('latency_bucket', ',le="1.0"', good);
  line('latency_bucket', ',le="+Inf"', good + bad);
  line('latency_count', '', good + bad);
  line('healthy', '', bad > 0 ? 0 : 1);
}

function hash(a: number, b: number): number {
  return Math.imul(Math.trunc(a * 31 + b * 1000) ^ 0x9e3779b9, 0x85ebca6b) >>> 13;
}
