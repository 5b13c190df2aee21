import type { Ending } from '@sekisho/contract';
import type { Pair } from '../language.ts';

/** Ends that come over a job in the midst of what it does. */
const cuts: readonly Ending[] = [
  'deadline',
  'hard-maximum',
  'stopped-by-sre',
  'stop-all',
  'resource-gone',
];

/** Whether a job may have been cut off by this end, and not have given back what it had. */
export function cutsOff(ending: Ending | null): boolean {
  return ending !== null && cuts.includes(ending);
}

/** What an apply that is cut off may leave behind, in a sentence. */
export const stateLockBriefly: Pair = {
  en: 'An apply that is cut off may leave Terraform’s state locked: "terraform plan" shows the lock, and once no apply runs "terraform force-unlock ID" removes it.',
  ja: 'apply が途中で切れると Terraform の state がロックされたまま残ることがあります。terraform plan で確認し、apply が動いていなければ terraform force-unlock ID で解除できます。',
};

/**
 * The same, and where the lock is to be seen.
 * Source: https://developer.hashicorp.com/terraform/language/backend/s3,
 * https://developer.hashicorp.com/terraform/cli/commands/force-unlock
 */
export const stateLockText: Pair = {
  en: 'An apply that is cut off may leave Terraform’s state locked. "terraform plan" then fails with the lock’s ID and who took it when; in S3 it is the object KEY.tflock beside the state, with DynamoDB an item of the table. Once no apply runs, "terraform force-unlock ID" removes it.',
  ja: 'apply が途中で切れると Terraform の state がロックされたまま残ることがあります。そのとき terraform plan は、ロックの ID・取得者・時刻を示して失敗します(S3 では state と同じ場所の KEY.tflock、DynamoDB ではテーブルの項目)。apply が動いていなければ terraform force-unlock ID で解除できます。',
};
