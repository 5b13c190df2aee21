import { verbTitle } from '@sekisho/words';
import { Plan } from '../access/plan/plan.tsx';
import type { PlanProps } from '../access/plan/plan-view.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Section, Waiting } from '../shared/section.tsx';
import { useVerb } from '../shared/use-verb.ts';

/** What the job would change, which the approval binds: risks first, then attribute by attribute. */
export function PlanOfJob({ id }: { readonly id: string }) {
  const { language } = useSay();
  const plan = useVerb('ci.plan', { id });
  return (
    <Section title={verbTitle('ci.plan', language)}>
      {plan.error && !plan.data && (
        <ProblemNote error={plan.error} retry={() => void plan.refetch()} />
      )}
      {!plan.data && !plan.error && <Waiting lines={6} />}
      {plan.data && <Plan {...(plan.data as unknown as PlanProps)} />}
    </Section>
  );
}
