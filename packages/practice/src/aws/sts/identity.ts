import { z } from 'zod';
import { type Moment, operation } from '../operation.ts';

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

function userIdOf({ session, account }: Moment): string {
  return session?.userId ?? `AIDA${account}00000`;
}
