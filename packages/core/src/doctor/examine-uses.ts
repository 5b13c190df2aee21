import { type DoctorCode, type Finding, found } from '@sekisho/contract';
import { CloudError, orCloudError } from '../platform/cloud-error.ts';
import { type AccountExam, unread } from './exam.ts';
import { judgeTried } from './judge-tried.ts';
import type { CloudUse, UseSight } from './uses.ts';

type Looking = Pick<AccountExam, 'cloud' | 'scope' | 'subject'>;
type UseCode = Extract<DoctorCode, `${'access' | 'ci' | 'recording' | 'source'}-permission`>;

/** Looks at whether roles may do what the configuration wants of them, one finding for each role and policy. */
export async function examineUses(
  exam: Looking,
  uses: readonly { readonly code: UseCode; readonly use: CloudUse }[],
): Promise<readonly Finding[]> {
  const looked = await Promise.all(uses.map(({ code, use }) => examineUse(exam, code, use)));
  return looked.flat();
}

async function examineUse(
  { cloud, scope, subject }: Looking,
  code: UseCode,
  use: CloudUse,
): Promise<readonly Finding[]> {
  if (scope.roleArn === undefined) return [found(code, 'own', subject, {})];
  const seen = await orCloudError(cloud.mayUse(scope, use));
  if (seen instanceof CloudError) return [unread(code, subject, seen)];
  return seen.map((one) => told(code, subject, one));
}

function told(
  code: UseCode,
  subject: Looking['subject'],
  { policy, role, tried }: UseSight,
): Finding {
  const verdict = judgeTried(tried);
  const facts = { role, policy };
  switch (verdict.outcome) {
    case 'denied': {
      const { actions, detail } = verdict;
      return found(code, 'denied', subject, { ...facts, actions, detail });
    }
    case 'unsure': {
      const { actions, keys } = verdict;
      return found(code, 'unsure', subject, { ...facts, actions, keys });
    }
    case 'unread':
      return found(code, 'unread', subject, { detail: verdict.detail });
    case 'no-role':
      // We act with our own; only removals are another's.
      return found(code, 'blocked', subject, { by: 'removal-role' });
    default:
      return found(code, verdict.outcome, subject, facts);
  }
}
