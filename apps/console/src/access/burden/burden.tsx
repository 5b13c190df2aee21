import type { OutputOf } from '@sekisho/contract';
import { lazy, Suspense } from 'react';
import { Waiting } from '../../shared/section.tsx';

export interface BurdenProps {
  /** Of the account map: which of them could be looked at. */
  readonly accounts: OutputOf<'access.accounts'>['accounts'];
}

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
