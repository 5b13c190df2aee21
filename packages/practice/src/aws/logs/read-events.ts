import { z } from 'zod';
import { type Moment, operation } from '../operation.ts';
import { Refusal } from '../world/refusal.ts';
import type { LogStream, StoredLogEvent } from '../world/storage-records.ts';
import { readPattern } from './pattern.ts';
import { needGroup, streamKey } from './streams.ts';

const time = z.number().int().nonnegative().optional();
const token = z.string().min(1).optional();
const count = z.number().int().min(1).max(10_000).default(10_000);
const group = z.string().regex(/^[\w./#-]{1,512}$/);

/**
 * `GetLogEvents`: both tokens always; at an end the token that was given comes back.
 * Errors: `ResourceNotFoundException`, `InvalidParameterException`.
 */
export const getLogEvents = operation({
  service: 'logs',
  input: z.strictObject({
    logGroupName: group,
    logStreamName: z.string(),
    startTime: time,
    endTime: time,
    nextToken: token,
    limit: count,
    startFromHead: z.boolean().default(false),
  }),
  run: (moment, input) => {
    const { logGroupName, logStreamName, limit, startFromHead, nextToken } = input;
    needGroup(moment, logGroupName);
    const stream = moment.world.logStreams.get(streamKey(moment, logGroupName, logStreamName));
    if (stream === undefined) throw noStream();
    const events = within(stream.events, input);
    const [way, at] = placeOf(nextToken, startFromHead, events.length);
    const from = way === 'f' ? Math.min(at, events.length) : Math.max(0, at - limit);
    const to = way === 'f' ? Math.min(events.length, from + limit) : Math.min(at, events.length);
    return {
      events: events.slice(from, to).map(shown),
      nextForwardToken: tokenOf('f', to),
      nextBackwardToken: tokenOf('b', from),
    };
  },
});

/** `FilterLogEvents`, over the streams of a group. Errors: `ResourceNotFoundException`, `InvalidParameterException`. */
export const filterLogEvents = operation({
  service: 'logs',
  input: z.strictObject({
    logGroupName: group,
    logStreamNames: z.array(z.string()).max(100).optional(),
    logStreamNamePrefix: z.string().optional(),
    startTime: time,
    endTime: time,
    filterPattern: z.string().max(1024).default(''),
    nextToken: token,
    limit: count,
    interleaved: z.boolean().optional(),
  }),
  run: (moment, input) => {
    needGroup(moment, input.logGroupName);
    const fits = readPattern(input.filterPattern);
    const streams = streamsOf(moment, input.logGroupName).filter(
      ({ name }) =>
        (input.logStreamNames === undefined || input.logStreamNames.includes(name)) &&
        name.startsWith(input.logStreamNamePrefix ?? ''),
    );
    const all = streams
      .flatMap((stream) =>
        within(stream.events, input).map((event, index) => ({ stream, event, index })),
      )
      .filter(({ event }) => fits(event.message))
      .sort((a, b) => a.event.at - b.event.at);
    const [, from] = placeOf(input.nextToken, true, all.length);
    const taken = all.slice(from, from + input.limit);
    const to = from + taken.length;
    return {
      events: taken.map(({ stream, event, index }) => ({
        logStreamName: stream.name,
        ...shown(event),
        eventId: `${event.at}${String(index).padStart(20, '0')}`,
      })),
      searchedLogStreams: [],
      nextToken: to < all.length ? tokenOf('f', to) : undefined,
    };
  },
});

function streamsOf(moment: Moment, group: string): LogStream[] {
  const prefix = streamKey(moment, group, '');
  return [...moment.world.logStreams.entries()].flatMap(([key, stream]) =>
    key.startsWith(prefix) ? stream : [],
  );
}

/** Events from `startTime` on and before `endTime`. */
function within(
  events: readonly StoredLogEvent[],
  { startTime = 0, endTime }: { startTime?: number | undefined; endTime?: number | undefined },
): readonly StoredLogEvent[] {
  return events.filter(({ at }) => at >= startTime && (endTime === undefined || at < endTime));
}

function shown({ at, message, takenAt }: StoredLogEvent) {
  return { timestamp: at, message, ingestionTime: takenAt };
}

/** Tokens look as AWS's do: `f/` and many digits and `/s`. */
function tokenOf(way: 'f' | 'b', at: number): string {
  return `${way}/${String(at).padStart(56, '0')}/s`;
}

function placeOf(
  given: string | undefined,
  fromHead: boolean,
  length: number,
): ['f' | 'b', number] {
  if (given === undefined) return fromHead ? ['f', 0] : ['b', length];
  const [, way, digits = ''] = /^([fb])\/(\d{56})\/s$/.exec(given) ?? [];
  if (way !== 'f' && way !== 'b')
    throw new Refusal('InvalidParameterException', 'The specified nextToken is invalid.');
  return [way, Number(digits)];
}

function noStream(): Refusal {
  return new Refusal('ResourceNotFoundException', 'The specified log stream does not exist.');
}
