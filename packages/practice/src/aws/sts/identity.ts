import { z } from 'zod';
import { type Moment, operation } from '../operation.ts';
import type { Credentials } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { hex } from '../world/rng.ts';

/** `GetCallerIdentity`. */
export const getCallerIdentity = operation({
  service: 'sts',
  input: z.strictObject({}),
  run: (moment) => ({
    UserId: userIdOf(moment),
    Account: moment.account,
    Arn: moment.caller,
  }),
});

/** What tells practice's own temporary keys from those of real AWS that happen to be around. */
export const issuedKeyPrefix = 'ASIAPRAC';

const sessionTag = z.strictObject({ Key: z.string(), Value: z.string() });

/** `AssumeRole`: any role of any account; the credentials act in that account until they expire. */
export const assumeRole = operation({
  service: 'sts',
  input: z.strictObject({
    RoleArn: z.string(),
    RoleSessionName: z.string().regex(/^[\w+=,.@-]{2,64}$/),
    DurationSeconds: z.coerce.number<number | string>().int().min(900).max(43_200).optional(),
    ExternalId: z.string().optional(),
    Policy: z.string().optional(),
    SourceIdentity: z.string().optional(),
    Tags: z.array(sessionTag).optional(),
    TransitiveTagKeys: z.array(z.string()).optional(),
  }),
  run: (moment, input) => {
    const role = /^arn:aws:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]{1,64})$/.exec(input.RoleArn);
    if (role === null) throw new Refusal('ValidationError', `${input.RoleArn} is invalid`);
    const [, account = '', name = ''] = role;
    const issued = issue(moment, { account, name }, input.RoleSessionName, input.DurationSeconds);
    moment.world.credentials.put(issued.accessKeyId, issued);
    return {
      Credentials: {
        AccessKeyId: issued.accessKeyId,
        SecretAccessKey: hex(moment.rng, 40),
        SessionToken: `practice-${hex(moment.rng, 48)}`,
        Expiration: new Date(issued.expiresAt),
      },
      AssumedRoleUser: { AssumedRoleId: issued.userId, Arn: issued.arn },
      PackedPolicySize: 0,
      SourceIdentity: input.SourceIdentity ?? null,
    };
  },
});

function issue(
  moment: Moment,
  role: { readonly account: string; readonly name: string },
  sessionName: string,
  seconds = 3600,
): Credentials {
  return {
    accessKeyId: `${issuedKeyPrefix}${hex(moment.rng, 12).toUpperCase()}`,
    account: role.account,
    arn: `arn:aws:sts::${role.account}:assumed-role/${role.name}/${sessionName}`,
    userId: `AROA${hex(moment.rng, 17).toUpperCase()}:${sessionName}`,
    expiresAt: moment.now + seconds * 1000,
  };
}

function userIdOf(moment: Moment): string {
  for (const known of moment.world.credentials.values()) {
    if (known.arn === moment.caller) return known.userId;
  }
  return `AIDA${moment.account}00000`;
}
