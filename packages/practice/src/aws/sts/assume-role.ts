import { z } from 'zod';
import { requestTagContext, tagContext } from '../judge/context.ts';
import { type Moment, operation } from '../operation.ts';
import type { Tags } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { assumeActions, assumeContext } from './assume-context.ts';
import { issue } from './issue.ts';
import { enter, isNamed } from './trust.ts';

/** Role chaining caps a session, whatever the role allows. Source: "Methods to assume a role" of the IAM user guide. */
const chainedSeconds = 3600;

const sessionTag = z.strictObject({
  Key: z.string().regex(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u),
  Value: z.string().regex(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u),
});

export const sessionName = z.string().regex(/^[\w+=,.@-]{2,64}$/);
export const sessionSeconds = z.coerce
  .number<number | string>()
  .int()
  .min(900)
  .max(43_200)
  .optional();

/** `AssumeRole`: credentials of a role whose trust policy lets the caller in. */
export const assumeRole = operation({
  service: 'sts',
  input: z.strictObject({
    RoleArn: z.string(),
    RoleSessionName: sessionName,
    DurationSeconds: sessionSeconds,
    ExternalId: z.string().min(2).max(1224).optional(),
    Policy: z.string().optional(),
    SourceIdentity: sessionName.optional(),
    Tags: z.array(sessionTag).max(50).optional(),
    TransitiveTagKeys: z.array(z.string()).max(50).optional(),
  }),
  run: (moment, input) => {
    const seconds = input.DurationSeconds ?? 3600;
    if (moment.caller.includes(':assumed-role/') && seconds > chainedSeconds) {
      const message =
        'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining';
      throw new Refusal('ValidationError', message);
    }
    const given = tagsOf(input.Tags ?? []);
    const tags = { ...given, ...inherited(moment, given) };
    const role = enter(moment, {
      operation: 'AssumeRole',
      roleArn: input.RoleArn,
      actions: assumeActions(input),
      context: { ...callerContext(moment), ...assumeContext(input), ...requestTagContext(given) },
      isCaller: ({ aws }) => aws.some((named) => isNamed(named, moment.caller)),
    });
    return issue(moment, role, {
      name: input.RoleSessionName,
      seconds,
      tags,
      transitiveTags: [
        ...(moment.session?.transitiveTags ?? []),
        ...(input.TransitiveTagKeys ?? []),
      ],
      sourceIdentity: sourceIdentityOf(moment, input.SourceIdentity),
      policy: input.Policy ?? null,
    });
  },
});

function callerContext({ caller, session }: Moment) {
  return {
    'aws:PrincipalArn': caller,
    'aws:PrincipalAccount': caller.split(':')[4] ?? '',
    ...tagContext('aws:PrincipalTag', session?.tags ?? {}),
    ...(session?.sourceIdentity ? { 'aws:SourceIdentity': session.sourceIdentity } : {}),
  };
}

function tagsOf(pairs: readonly { readonly Key: string; readonly Value: string }[]): Tags {
  const names = pairs.map(({ Key }) => Key.toLowerCase());
  if (new Set(names).size < names.length) {
    throw new Refusal('InvalidParameterValue', 'Duplicate tag keys found.');
  }
  return Object.fromEntries(pairs.map(({ Key, Value }) => [Key, Value]));
}

/** Transitive tags go on with the session, and cannot be given anew. */
function inherited({ session }: Moment, given: Tags): Tags {
  const names = session?.transitiveTags ?? [];
  if (names.some((name) => name in given)) {
    throw new Refusal('InvalidParameterValue', 'A transitive tag cannot be overridden.');
  }
  return Object.fromEntries(names.map((name) => [name, session?.tags[name] ?? '']));
}

/** A source identity stays the same from the first role to the last. */
function sourceIdentityOf({ session }: Moment, given: string | undefined): string | null {
  const held = session?.sourceIdentity ?? null;
  if (held !== null && given !== undefined && given !== held) {
    throw new Refusal('AccessDenied', 'The source identity of a session cannot be changed.', 403);
  }
  return held ?? given ?? null;
}
