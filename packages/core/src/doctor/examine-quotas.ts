import { type Finding, found } from '@sekisho/contract';
import { CloudError, orCloudError } from '../platform/cloud-error.ts';
import type { QuotaSight } from './cloud.ts';
import { type AccountExam, unread } from './exam.ts';

/** Looks at whether an environment's sizes can be launched: in the region, and within the account's vCPUs. */
export async function examineQuotas(exam: AccountExam): Promise<readonly Finding[]> {
  const { cloud, scope, subject, environment } = exam;
  const seen = await orCloudError(cloud.quotas(scope, environment.opsServer.sizes));
  if (seen instanceof CloudError) return [unread('ec2-quota', subject, seen)];
  const told = (outcome: 'not-offered' | 'unknown', sizes: readonly string[]) =>
    sizes.length === 0 ? [] : [found('ec2-quota', outcome, subject, { sizes: sizes.join(', ') })];
  return [
    ...seen.quotas.map((one) => judged(exam, one)),
    ...told('not-offered', seen.notOffered),
    ...told('unknown', seen.unknown),
  ];
}

/** One launch of the largest size must fit, and another besides, so that nobody is surprised by the last. */
function judged(
  { subject }: AccountExam,
  { name, quota: bound, used, size, needed }: QuotaSight,
): Finding {
  const left = bound - used;
  const facts = { quota: name, used, bound };
  if (left >= 2 * needed) return found('ec2-quota', 'good', subject, facts);
  const outcome = left < needed ? 'spent' : 'tight';
  return found('ec2-quota', outcome, subject, { ...facts, size, needed });
}
