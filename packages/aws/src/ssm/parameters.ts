import { GetParametersCommand } from '@aws-sdk/client-ssm';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { ssmFailures } from './failures.ts';

export const actions = ['ssm:GetParameters'] as const;

const answer = z.object({
  Parameters: z
    .array(
      z.object({
        Name: z.string(),
        ARN: z.string().optional(),
        Selector: z.string().optional(),
        Value: z.string(),
      }),
    )
    .optional(),
});

/** Values by the names, or ARNs, that were asked for (at most 10, all in one call); what is not there is missing. */
export async function parameters(
  { clients, signal }: Connection,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const command = new GetParametersCommand({ Names: [...names] });
  const { Parameters = [] } = await ask(signal, ssmFailures, answer, (options) =>
    clients.ssm.read.send(command, options),
  );
  const found = Parameters.flatMap(({ Name, ARN, Selector = '', Value }) =>
    [Name, ARN].flatMap((name) => (name === undefined ? [] : [[name + Selector, Value] as const])),
  );
  const known = new Map(found);
  return new Map(names.flatMap((name) => (known.has(name) ? [[name, known.get(name)!]] : [])));
}
