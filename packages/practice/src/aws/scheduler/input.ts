import { z } from 'zod';

const name = z.string().regex(/^[0-9a-zA-Z-_.]{1,64}$/, 'must be 1 to 64 of 0-9 a-z A-Z - _ .');
const token = z.string().regex(/^[a-zA-Z0-9-_]{1,64}$/);

/** What names a schedule. */
export const key = { Name: name, GroupName: name.optional() };

/** What CreateSchedule and UpdateSchedule take. */
export const putInput = z.strictObject({
  ...key,
  ClientToken: token.optional(),
  ScheduleExpression: z.string().min(1).max(256),
  ScheduleExpressionTimezone: z.string().min(1).max(50).optional(),
  Description: z.string().max(512).optional(),
  State: z.enum(['ENABLED', 'DISABLED']).optional(),
  ActionAfterCompletion: z.enum(['NONE', 'DELETE']).optional(),
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal('OFF') }),
  Target: z.strictObject({
    Arn: z.string().min(1).max(1600),
    RoleArn: z.string().regex(/^arn:aws(-[a-z]+)?:iam::\d{12}:role\/[\w+=,.@/-]+$/),
    Input: z.string().min(1).optional(),
    RetryPolicy: z
      .strictObject({
        MaximumEventAgeInSeconds: z.number().int().min(60).max(86_400).optional(),
        MaximumRetryAttempts: z.number().int().min(0).max(185).optional(),
      })
      .optional(),
  }),
});

export type ScheduleInput = z.infer<typeof putInput>;

export const deleteInput = z.strictObject({ ...key, ClientToken: token.optional() });

export const listInput = z.strictObject({
  ScheduleGroup: name.optional(),
  NamePrefix: name.optional(),
  State: z.enum(['ENABLED', 'DISABLED']).optional(),
  MaxResults: z.coerce.number<number | string>().int().optional(),
  NextToken: z.string().optional(),
});
