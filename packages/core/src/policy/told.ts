import type { ApprovalRule, Language } from '@sekisho/contract';
import type { AppError } from '../platform/app-error.ts';
import { toldRefusal } from '../platform/told-refusal.ts';
import type { Judgement } from './judge.ts';

/**
 * What policy says of something that somebody could ask for, told to a reader.
 * @param error why it cannot be had, of policy or of whoever asks; null when it can
 */
export function toldJudgement(judged: Judgement, error: AppError | null, language: Language) {
  const { approval, maximumSeconds, rule } = judged;
  const granted = approval.count > 0 ? ('with-approval' as const) : ('allowed' as const);
  return {
    verdict: error === null ? granted : ('refused' as const),
    maximumSeconds: error === null ? maximumSeconds : null,
    approval: { ...approval, from: [...approval.from] } satisfies ApprovalRule,
    rule,
    refusal: error === null ? null : toldRefusal(error, language),
  };
}
