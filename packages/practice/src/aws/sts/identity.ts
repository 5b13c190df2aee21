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

/** The `aws:userid` of who calls. */
export function userIdOf({ session, account }: Pick<Moment, 'session' | 'account'>): string {
  return session?.userId ?? `AIDA${account}00000`;
}
