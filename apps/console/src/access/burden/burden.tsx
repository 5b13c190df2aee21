import { lazy, Suspense } from 'react';
import { Waiting } from '../../shared/section.tsx';
import type { BurdenProps } from './burden-props.ts';

const BurdenSection = lazy(async () => ({
  default: (await import('./burden-section.tsx')).BurdenSection,
}));

/** Role burden, for SREs; its code is loaded for them alone. */
export function Burden(props: BurdenProps) {
  return (
    <Suspense fallback={<Waiting lines={4} height={44} />}>
      <BurdenSection {...props} />
    </Suspense>
  );
}
