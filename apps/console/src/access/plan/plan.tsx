import { lazy, Suspense } from 'react';
import { Waiting } from '../../shared/section.tsx';
import type { PlanProps } from './plan-view.tsx';

const PlanView = lazy(async () => ({ default: (await import('./plan-view.tsx')).PlanView }));

/** What a plan does, for whoever approves it; its code is loaded where there is a plan to show. */
export function Plan(props: PlanProps) {
  return (
    <Suspense fallback={<Waiting lines={6} height={44} />}>
      <PlanView {...props} />
    </Suspense>
  );
}
