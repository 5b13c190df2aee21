import type { OutputOf } from '@sekisho/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useVerb } from '../shared/use-verb.ts';
import { type DoctorSearch, examineInput } from './search.ts';

export type Examined = OutputOf<'doctor.examine'>;

/**
 * What was found, looked at when somebody asks and not by itself: each look takes some of what AWS lets
 * the house ask. One account is first shown as the look at everything has it.
 */
export function useExamination(search: DoctorSearch) {
  const queries = useQueryClient();
  const { account } = search;
  const whole = queries.getQueryData<Examined>(['doctor.examine', examineInput({})]);
  const examination = useVerb('doctor.examine', examineInput(search), {
    holdsFor: Number.POSITIVE_INFINITY,
    ...(account === undefined ? {} : { known: () => ofAccount(whole, account) }),
  });
  return { ...examination, whole };
}

/** What a look at everything says of one account; nothing when it did not come there. */
export function ofAccount(whole: Examined | undefined, account: string): Examined | undefined {
  const findings = whole?.findings.filter(({ subject }) => subject.account === account) ?? [];
  return whole === undefined || findings.length === 0 ? undefined : { ...whole, findings };
}
