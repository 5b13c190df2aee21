import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { CloudIdentity } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { stsFailures } from '../sts/failures.ts';

const answer = z.object({ Arn: z.string().min(1) });
const response = z.object({ headers: z.record(z.string(), z.string()) });

/** Answers tell whole seconds: on the average the true time is half a second later. */
const halfSecondMs = 500;

/** Who we are, and how far AWS's clock is from this machine's, by the `Date` of the same answer. */
export async function identity(
  { clients, signal }: Connection,
  now: () => Date,
): Promise<CloudIdentity> {
  const command = new GetCallerIdentityCommand({});
  let date: string | undefined;
  command.middlewareStack.add(
    (next) => async (args) => {
      const answered = await next(args);
      date = response.safeParse(answered.response).data?.headers['date'];
      return answered;
    },
    { step: 'deserialize', name: 'sekishoDate' },
  );
  const before = now().getTime();
  const { Arn } = await ask(signal, stsFailures, answer, (options) =>
    clients.sts.send(command, options),
  );
  const middle = (before + now().getTime()) / 2;
  const theirs = Date.parse(date ?? '');
  return { arn: Arn, aheadMs: Number.isNaN(theirs) ? null : theirs + halfSecondMs - middle };
}
