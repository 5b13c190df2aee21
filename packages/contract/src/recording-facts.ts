import { z } from 'zod';
import { timestamp } from './fields.ts';

/** What somebody opened on an ops server by Session Manager. */
export const sessionKinds = ['shell', 'command', 'forward', 'ssh', 'other'] as const;
export type SessionKind = (typeof sessionKinds)[number];

/**
 * Where what a session showed lies. `open`: it goes on. `waiting`: it ended and its recording has not
 * come yet. `missing`: none came within a day. `none`: Session Manager records nothing of this kind.
 * `off`: the configuration names no place where recordings lie.
 */
export const recordingStates = [
  'open',
  'waiting',
  's3',
  'cloudwatch',
  'missing',
  'none',
  'off',
] as const;
export type RecordingState = (typeof recordingStates)[number];

/**
 * Who says which commands were run. `audit`: the server's kernel, which saw them begin. `terminal`:
 * the screen, where a program can write what looks like a command. `none`: nobody.
 */
export const commandSources = ['audit', 'terminal', 'none'] as const;
export type CommandSource = (typeof commandSources)[number];

/** What of a session nothing records. */
export const unrecordedParts = [
  'forwarded-bytes',
  'ssh-bytes',
  'shown-output',
  'commands',
] as const;
export type UnrecordedPart = (typeof unrecordedParts)[number];

export const recordedSession = z.object({
  id: z.string(),
  lease: z.string(),
  environment: z.string(),
  production: z.boolean(),
  account: z.string(),
  region: z.string(),
  instanceId: z.string(),
  /** ARN of the principal that opened it, as AWS says. */
  owner: z.string(),
  /** Who of the roster that is; null where the ARN names nobody of it. */
  person: z.string().nullable(),
  startedAt: timestamp,
  /** Null while it is open. */
  endedAt: timestamp.nullable(),
  kind: z.enum(sessionKinds),
  /** Session document; null for the account's own shell. */
  document: z.string().nullable(),
  /** What was said when it was opened. */
  reason: z.string().nullable(),
  /** Where forwarded connections went, and who says so: who opened it (`reason`), or the server's kernel (`audit`). */
  forwardedTo: z.array(
    z.object({ host: z.string(), port: z.number().int(), by: z.enum(['reason', 'audit']) }),
  ),
  recording: z.enum(recordingStates),
  commandsFrom: z.enum(commandSources),
  /** How many are in the index. */
  commands: z.number().int(),
  /** Whether the index has all commands of what was read: of a very long session it has the first. */
  indexIsWhole: z.boolean(),
  unrecorded: z.array(z.enum(unrecordedParts)),
  /** Whether whoever asks may read its commands and its recording. */
  mayRead: z.boolean(),
});
export type RecordedSession = z.infer<typeof recordedSession>;

/** One command of a session. */
export const recordedCommand = z.object({
  /** Its place in the session, from 1. */
  number: z.number().int(),
  /** Null where the source has no time. */
  at: timestamp.nullable(),
  /** One line, without control characters and without what looks like a secret. */
  text: z.string(),
});
export type RecordedCommand = z.infer<typeof recordedCommand>;

/** A page of a recording, as asciicast v2 has it. */
export const recordingPage = z.object({
  session: recordedSession,
  header: z.object({
    version: z.literal(2),
    width: z.number().int(),
    height: z.number().int(),
    /** Unix seconds of the beginning. */
    timestamp: z.number().int(),
    title: z.string(),
  }),
  /** Seconds since the beginning, `o` for output, what was written. */
  events: z.array(z.tuple([z.number(), z.literal('o'), z.string()])),
  /** `recorded`: as it came. `by-line`: the recording has no times; lines are spaced evenly. */
  timing: z.enum(['recorded', 'by-line']),
  next: z.string().nullable(),
});
export type RecordingPage = z.infer<typeof recordingPage>;
