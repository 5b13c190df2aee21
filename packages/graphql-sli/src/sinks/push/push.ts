import { randomUUID } from 'node:crypto';
import type { Sink } from '../../operation/finished-operation.ts';
import { createBackOff } from './back-off.ts';
import { createSegments, minutesOf, type Segment } from './segments.ts';
import { type Sent, send } from './send.ts';

export interface PushOptions {
  /** Where Sekisho takes pushes. */
  readonly url: string;
  /** A bearer token that may push. */
  readonly token: string;
  /** The service whose SLI this is. */
  readonly service: string;
  /** Where the events come from; `graphql` when unsaid. */
  readonly source?: string;
  /** Names this process among the others of the service; random when unsaid. */
  readonly instance?: string;
  /** Milliseconds between pushes; 10,000 when unsaid. */
  readonly everyMs?: number;
  /** Milliseconds after which a push is given up, to be repeated; 5,000 when unsaid. */
  readonly timeoutMs?: number;
  /** Hours of counts that are kept while nobody takes them; 24 when unsaid. */
  readonly mostHours?: number;
  /** Hears of each push that failed and of what was dropped. */
  readonly onProblem?: (problem: string) => void;
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly random?: () => number;
}

export interface PushStats {
  /** Pushes that were accepted. */
  readonly accepted: number;
  /** Pushes that failed and were or will be repeated. */
  readonly failed: number;
  /** Events that the receiver will never have. */
  readonly droppedEvents: number;
}

export interface PushSink extends Sink {
  /** Pushes what is pending now, unless a failure says to wait; never rejects. */
  flush(): Promise<void>;
  /** Pushes what is pending once more, waiting for nothing, and ends. */
  stop(): Promise<void>;
  stats(): PushStats;
}

/**
 * Pushes counted minutes to Sekisho, every ten seconds and when the server stops, as
 * `POST url` with `Authorization: Bearer token` and the JSON body
 *
 * `{"version":1,"service":"shop","source":"graphql","segment":"<instance>/<start>/<n>",
 * "extent":1200,"minutes":[{"minute":29000001,"good":1190,"bad":4,"excluded":6,"clientErrors":3}]}`
 *
 * A segment is what this process counted in one hour, and each push of it holds all of it so far;
 * `extent` is its number of events. So a push that is lost, repeated or overtaken changes
 * nothing: the receiver keeps the largest extent of a segment. `minute` counts from 1970 in UTC;
 * an event is counted when its answer was ready; `good + bad + excluded` is all events of the
 * minute, `clientErrors` are among them.
 *
 * It neither blocks nor breaks the server: counting is in memory, pushing apart from requests,
 * each push has a timeout, failures back off up to five minutes, and after a day without a
 * receiver the oldest hour is dropped and said (`stats`, `onProblem`).
 */
export function pushSink(options: PushOptions): PushSink {
  const { now = Date.now, everyMs = 10_000, onProblem } = options;
  const stats = { accepted: 0, failed: 0, droppedEvents: 0 };
  const drop = (events: number): void => {
    stats.droppedEvents += events;
    if (events > 0) onProblem?.(`${events} events were dropped`);
  };
  const prefix = `${options.instance ?? randomUUID()}/${new Date(now()).toISOString()}`;
  const segments = createSegments(prefix, options.mostHours ?? 24, drop);
  const backOff = createBackOff(everyMs, options.random ?? Math.random);
  let running: Promise<void> = Promise.resolve();

  async function pushAll(): Promise<void> {
    for (const segment of segments.pending()) {
      const { extent } = segment;
      const sent = await sendSegment(segment, options);
      if (sent.kind === 'accepted') {
        stats.accepted += 1;
        segments.acknowledge(segment, extent);
        backOff.succeeded();
        continue;
      }
      onProblem?.(`a push to ${options.url} was not accepted: ${sent.reason}`);
      if (sent.kind === 'refused') {
        drop(segments.drop(segment));
        continue;
      }
      stats.failed += 1;
      backOff.failed(now(), sent.askedMs);
      // What one does not reach, the next would not either.
      return;
    }
  }

  /** One after the other: two pushes of one segment at once would only compete. */
  function queued(work: () => Promise<void>): Promise<void> {
    running = running.then(work).catch(() => undefined);
    return running;
  }

  function flush(): Promise<void> {
    return queued(async () => (backOff.isDue(now()) ? pushAll() : undefined));
  }

  const timer = setInterval(() => void flush(), everyMs);
  // A process that has nothing else to do may end.
  timer.unref();
  return {
    record: (record) => segments.add(record),
    flush,
    async stop() {
      clearInterval(timer);
      await queued(pushAll);
    },
    stats: () => ({ ...stats }),
  };
}

function sendSegment(segment: Segment, options: PushOptions): Promise<Sent> {
  const { url, token, service, source = 'graphql', timeoutMs = 5000 } = options;
  const { name, extent } = segment;
  const minutes = minutesOf(segment);
  const body = { version: 1, service, source, segment: name, extent, minutes };
  return send(body, { url, token, timeoutMs, fetch: options.fetch ?? globalThis.fetch });
}
