import {
  GetAWSDefaultServiceQuotaCommand,
  GetServiceQuotaCommand,
} from '@aws-sdk/client-service-quotas';
import { CloudError, orCloudError, type QuotaSight, type QuotasSight } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import type { FailureCodes } from '../failure.ts';
import { quotaCodeOf } from './quota-codes.ts';
import { runningTypes, vcpusOf } from './vcpus.ts';

export const actions = [
  'servicequotas:GetAWSDefaultServiceQuota',
  'servicequotas:GetServiceQuota',
] as const;

/** Source: "Errors" of GetServiceQuota in the Service Quotas API reference. */
const failures: FailureCodes = {
  DependencyAccessDeniedException: 'denied',
  IllegalArgumentException: 'invalid',
  NoSuchResourceException: 'not-found',
  ServiceException: 'unknown-outcome',
};

const answer = z.object({ Quota: z.object({ QuotaName: z.string(), Value: z.number() }) });

/** What an account lets run of these sizes, and what runs already. */
export async function quotas(at: Connection, sizes: readonly string[]): Promise<QuotasSight> {
  const running = await runningTypes(at);
  const vcpus = await vcpusOf(at, [...sizes, ...running]);
  const offered = sizes.filter((size) => vcpus.has(size));
  const codes = new Set(offered.flatMap((size) => quotaCodeOf(size) ?? []));
  const count = (types: readonly string[]) =>
    types.reduce((sum, type) => sum + (vcpus.get(type) ?? 0), 0);
  const sights = [...codes].map(async (code): Promise<QuotaSight> => {
    const { QuotaName: name, Value: quota } = await read(at, code);
    const own = offered.filter((size) => quotaCodeOf(size) === code);
    const size = own.reduce((most, one) => (count([one]) > count([most]) ? one : most));
    const used = count(running.filter((type) => quotaCodeOf(type) === code));
    return { name, quota, used, size, needed: count([size]) };
  });
  return {
    quotas: await Promise.all(sights),
    notOffered: sizes.filter((size) => !vcpus.has(size)),
    unknown: offered.filter((size) => quotaCodeOf(size) === null),
  };
}

/** What applies to the account: AWS's own value where nobody ever asked for another. */
async function read(
  { clients, signal }: Connection,
  QuotaCode: string,
): Promise<z.infer<typeof answer>['Quota']> {
  const input = { ServiceCode: 'ec2', QuotaCode };
  const own = await orCloudError(
    ask(signal, failures, answer, (options) =>
      clients.serviceQuotas.send(new GetServiceQuotaCommand(input), options),
    ),
  );
  if (!(own instanceof CloudError)) return own.Quota;
  if (own.failure !== 'not-found') throw own;
  const usual = await ask(signal, failures, answer, (options) =>
    clients.serviceQuotas.send(new GetAWSDefaultServiceQuotaCommand(input), options),
  );
  return usual.Quota;
}
