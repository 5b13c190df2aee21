import type { MembershipLease } from '@sekisho/contract';
import { reaches, useMe } from '../shared/me.ts';
import { Checklist } from './checklist.tsx';
import { Journal } from './journal.tsx';
import { PartsList } from './parts-list.tsx';

/** What a membership grants, its first things, and its journal for whoever may read it. */
export function MembershipDetail({ lease }: { readonly lease: MembershipLease }) {
  const me = useMe();
  const began = lease.readyAt !== null;
  const mayRead = me.person?.id === lease.holder || reaches(me, 'sre');
  return (
    <>
      <PartsList lease={lease} />
      {began && <Checklist lease={lease} />}
      {began && mayRead && <Journal id={lease.id} />}
    </>
  );
}
