import type { PlanDiff, PlanSummary } from '@sekisho/terraform-plan';
import { lazy, Suspense } from 'react';
import { Waiting } from '../../shared/section.tsx';

export interface PlanProps {
  readonly summary: PlanSummary;
  readonly diff: PlanDiff;
}

const PlanView = lazy(async () => ({ default: (await import('./plan-view.tsx')).PlanView }));

/** What a plan does, for whoever approves it; its code is loaded where there is a plan to show. */
export function Plan(props: PlanProps) {
  return (
    <Suspense fallback={<Waiting lines={6} height={44} />}>
      <PlanView {...props} />
    </Suspense>
  );
}
