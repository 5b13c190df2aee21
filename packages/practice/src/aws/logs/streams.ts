import { z } from 'zod';
import { pageOf } from '../ec2/pages.ts';
import { type Moment, operation } from '../operation.ts';
import type { Place } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import type { LogStream } from '../world/storage-records.ts';
import { placeKey, type World } from '../world/world.ts';

const group = z.string().regex(/^[\w./#-]{1,512}$/);
const stream = z.string().regex(/^[^:*]{1,512}$/);
/** More than a practice stream needs; the oldest go first. */
const mostEvents = 20_000;

/** `CreateLogGroup`. Errors: `ResourceAlreadyExistsException`. */
export const createLogGroup = operation({
  service: 'logs',
  input: z.strictObject({ logGroupName: group }),
  run: (moment, { logGroupName: name }) => {
    const key = `${placeKey(moment)}/${name}`;
    if (moment.world.logGroups.has(key)) throw taken('log group');
    const { account, region, now } = moment;
    moment.world.logGroups.put(key, { account, region, name, createdAt: now });
    return {};
  },
});

/** `CreateLogStream`. Errors: `ResourceNotFoundException`, `ResourceAlreadyExistsException`. */
export const createLogStream = operation({
  service: 'logs',
  input: z.strictObject({ logGroupName: group, logStreamName: stream }),
  run: (moment, { logGroupName, logStreamName: name }) => {
    needGroup(moment, logGroupName);
    const key = streamKey(moment, logGroupName, name);
    if (moment.world.logStreams.has(key)) throw taken('log stream');
    moment.world.logStreams.put(key, newStream(moment, logGroupName, name, moment.now));
    return {};
  },
});

/** `PutLogEvents`. Errors: `ResourceNotFoundException`, `InvalidParameterException`. */
export const putLogEvents = operation({
  service: 'logs',
  input: z.strictObject({
    logGroupName: group,
    logStreamName: stream,
    logEvents: z
      .array(z.strictObject({ timestamp: z.number().int(), message: z.string().min(1) }))
      .min(1)
      .max(10_000),
    sequenceToken: z.string().optional(),
  }),
  run: (moment, { logGroupName, logStreamName, logEvents }) => {
    needGroup(moment, logGroupName);
    const key = streamKey(moment, logGroupName, logStreamName);
    if (!moment.world.logStreams.has(key))
      throw new Refusal('ResourceNotFoundException', 'The specified log stream does not exist.');
    if (
      logEvents.some(({ timestamp }, index) => timestamp < (logEvents[index - 1]?.timestamp ?? 0))
    )
      throw new Refusal('InvalidParameterException', 'Log events must be in chronological order.');
    const events = logEvents.map(({ timestamp: at, message }) => ({ at, message }));
    addEvents(
      moment.world,
      moment,
      { group: logGroupName, name: logStreamName, events },
      moment.now,
    );
    return {};
  },
});

/** `DescribeLogStreams` by name. Errors: `ResourceNotFoundException`. */
export const describeLogStreams = operation({
  service: 'logs',
  input: z.strictObject({
    logGroupName: group,
    logStreamNamePrefix: z.string().optional(),
    orderBy: z.enum(['LogStreamName']).optional(),
    descending: z.literal(false).optional(),
    nextToken: z.string().optional(),
    limit: z.number().int().optional(),
  }),
  run: (moment, { logGroupName, logStreamNamePrefix = '', nextToken, limit = 50 }) => {
    needGroup(moment, logGroupName);
    const prefix = streamKey(moment, logGroupName, logStreamNamePrefix);
    const found = [...moment.world.logStreams.entries()].filter(([key]) => key.startsWith(prefix));
    const rule = { least: 1, most: 50, errorCode: 'InvalidParameterException' };
    const asked = { MaxResults: limit, NextToken: nextToken };
    const page = pageOf(
      found.map(([, one]) => one),
      ({ name }) => name,
      asked,
      rule,
    );
    return {
      logStreams: page.items.map(({ name, createdAt, events }) => ({
        logStreamName: name,
        creationTime: createdAt,
        firstEventTimestamp: events[0]?.at,
        lastEventTimestamp: events.at(-1)?.at,
      })),
      nextToken: page.nextToken ?? undefined,
    };
  },
});

export function streamKey(place: Place, group: string, name: string): string {
  return `${placeKey(place)}/${group}:${name}`;
}

/** Errors: `ResourceNotFoundException`. */
export function needGroup(moment: Moment, name: string): void {
  if (moment.world.logGroups.has(`${placeKey(moment)}/${name}`)) return;
  throw new Refusal('ResourceNotFoundException', 'The specified log group does not exist.');
}

/** Puts events into a stream, which is made when it is missing. @param now epoch milliseconds */
export function addEvents(
  world: World,
  place: Place,
  to: {
    readonly group: string;
    readonly name: string;
    readonly events: readonly { readonly at: number; readonly message: string }[];
  },
  now: number,
): void {
  const key = streamKey(place, to.group, to.name);
  const before = world.logStreams.get(key) ?? newStream(place, to.group, to.name, now);
  const more = to.events.map((event) => ({ ...event, takenAt: now }));
  const events = [...before.events, ...more].sort((a, b) => a.at - b.at).slice(-mostEvents);
  world.logStreams.put(key, { ...before, events });
}

function newStream(
  { account, region }: Place,
  group: string,
  name: string,
  now: number,
): LogStream {
  return { account, region, group, name, createdAt: now, events: [] };
}

function taken(what: string): Refusal {
  return new Refusal('ResourceAlreadyExistsException', `The specified ${what} already exists`);
}
