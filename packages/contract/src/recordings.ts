import { z } from 'zod';
import { environmentName, leaseId, limit, moment, person, timestamp } from './fields.ts';
import {
  commandSources,
  recordedCommand,
  recordedSession,
  recordingPage,
} from './recording-facts.ts';
import { verb } from './verb.ts';

/** Session Manager's own id, such as `hanako-0a1b2c3d4e5f67890`. */
const sessionId = z
  .string()
  .trim()
  .regex(/^[\w.@=+,-]{1,96}$/)
  .meta({ format: 'session' });

const filter = {
  lease: leaseId.optional(),
  person: person.optional(),
  environment: environmentName.optional(),
  since: moment.optional(),
  until: moment.optional(),
};

/**
 * Sessions, the newest first. Everybody of the roster sees that they were; commands and recordings
 * are for whoever opened them and for the readers whom the configuration names.
 */
export const list = verb({
  name: 'ops.sessions',
  effect: 'read',
  input: z.object({
    ...filter,
    limit: limit.optional(),
    /** Id of the last session of the page before. */
    before: sessionId.optional(),
  }),
  output: z.object({
    sessions: z.array(recordedSession),
    /** Give it as `before` for the next page; null on the last. */
    next: z.string().nullable(),
    /** Environments whose sessions could not be asked for lately, since when, and AWS's words. */
    unanswered: z.array(
      z.object({ environment: z.string(), since: timestamp.nullable(), detail: z.string() }),
    ),
  }),
  examples: ['ops sessions', 'ops sessions --environment production --since 7d'],
});

/** One session with its commands. Reading somebody else's is an entry of the timeline. Errors: `recorded-session-not-found`, `not-a-reader`. */
export const show = verb({
  name: 'ops.sessions.show',
  effect: 'read',
  input: z.object({
    id: sessionId,
    /** Number of the last command of the page before. */
    after: z.coerce.number().int().min(0).optional(),
    limit: limit.optional(),
  }),
  output: z.object({
    session: recordedSession,
    commands: z.array(recordedCommand),
    /** Give it as `after` for the next page; null on the last. */
    next: z.number().int().nullable(),
    /** Sessions that were open on the server at the same time: `audit` cannot tell whose a command was. */
    beside: z.array(z.string()),
  }),
  positional: ['id'],
  examples: ['ops sessions show hanako-0a1b2c3d4e5f67890'],
});

/**
 * Finds commands in the index, the newest session first. Reading somebody else's is an entry of the
 * timeline. A page looks at a bounded number of commands, so it may hold none although there are more:
 * go on until `next` is null. Errors: `bad-pattern`.
 */
export const grep = verb({
  name: 'ops.sessions.grep',
  effect: 'read',
  input: z.object({
    /** What commands contain, letter by letter; a regular expression with `regex`. */
    pattern: z.string().min(1).max(500).meta({ format: 'text' }),
    /** Read the pattern as a regular expression of RE2: no look-around and no back-references. */
    regex: z.boolean().optional(),
    ignoreCase: z.boolean().optional(),
    ...filter,
    limit: limit.optional(),
    /** `next` of the page before. */
    after: z
      .string()
      .regex(/^\d{1,15}\/\d{1,9}\/[\w.@=+,-]{1,96}$/)
      .optional(),
  }),
  output: z.object({
    matches: z.array(
      recordedCommand.extend({
        session: z.string(),
        lease: z.string(),
        environment: z.string(),
        person: z.string().nullable(),
        owner: z.string(),
        startedAt: timestamp,
        commandsFrom: z.enum(commandSources),
      }),
    ),
    next: z.string().nullable(),
    /** Commands that this page looked at. */
    looked: z.number().int(),
    /** Sessions that fit and whose commands are not the caller's to read. */
    withheld: z.number().int(),
    /** Sessions that fit, ended, and have no commands in the index. */
    unindexed: z.number().int(),
  }),
  positional: ['pattern'],
  examples: ['ops sessions grep pg_dump', 'ops sessions grep "drop (table|database)" --regex'],
});

/**
 * A page of a recording as asciicast v2: `header` is the file's first line, each of `events` one of
 * the next lines. Sequences that would reach beyond the screen (clipboard, title, queries) are taken
 * out. Reading somebody else's is an entry of the timeline. Errors: `recorded-session-not-found`,
 * `not-a-reader`, `no-recording`.
 */
export const replay = verb({
  name: 'ops.sessions.replay',
  effect: 'read',
  input: z.object({
    id: sessionId,
    /** `next` of the page before. */
    after: z
      .string()
      .regex(/^(s3\/\d{1,15}\/\d{1,9}|cloudwatch\/[\w/+=.-]{1,2000})$/)
      .optional(),
  }),
  output: recordingPage,
  positional: ['id'],
  examples: ['ops sessions replay hanako-0a1b2c3d4e5f67890'],
});

export const recordingVerbs = {
  'ops.sessions': list,
  'ops.sessions.show': show,
  'ops.sessions.grep': grep,
  'ops.sessions.replay': replay,
} as const;
