import { Button } from '@mantine/core';
import type { OpsLease } from '@sekisho/contract';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { actionsFor, type LeaseAction } from '../shared/lease-facts.ts';
import { useMe } from '../shared/me.ts';
import { tell } from '../shared/problem.ts';
import { useSay } from '../shared/say.ts';
import { toast } from '../shared/toasts.ts';
import { useWrite } from '../shared/use-verb.ts';
import classes from './lease-card.module.css';

const LeaseDialog = lazy(() =>
  import('./lease-dialog.tsx').then((loaded) => ({ default: loaded.LeaseDialog })),
);

/** What can be done with a lease now, most likely first. */
export function LeaseActions({ lease }: { readonly lease: OpsLease }) {
  const { t } = useSay();
  const me = useMe();
  const [dialog, setDialog] = useState<LeaseAction | null>(null);
  const { act, busy } = useDirectActions(lease);
  const names: Record<LeaseAction, string> = {
    approve: t.now.approve,
    deny: t.now.deny,
    withdraw: t.lease.withdraw,
    connect: t.lease.connect,
    extend: t.lease.extend,
    hold: t.lease.hold,
    handover: t.lease.handover,
    return: t.lease.return,
    review: t.lease.review,
  };
  const actions = actionsFor(lease, me);
  if (actions.length === 0) return null;
  return (
    <div className={classes.actions}>
      {actions.map((action) => (
        <Button
          key={action}
          size="compact-md"
          variant={weightOf(action)}
          loading={busy === action}
          onClick={() => (isDirect(action) ? act(action) : setDialog(action))}
          data-testid={`${action}-${lease.id}`}
        >
          {names[action]}
          {needsMore(action) && ' …'}
        </Button>
      ))}
      <Suspense fallback={null}>
        {dialog && <LeaseDialog lease={lease} action={dialog} onClose={() => setDialog(null)} />}
      </Suspense>
    </div>
  );
}

const direct = ['approve', 'withdraw', 'connect'] as const;
type DirectAction = (typeof direct)[number];

/** One strong button on a card at most: answering a request, writing a review, or getting in. */
function weightOf(action: LeaseAction): 'filled' | 'light' | 'default' {
  if (action === 'approve' || action === 'review') return 'filled';
  return action === 'connect' ? 'light' : 'default';
}

function isDirect(action: LeaseAction): action is DirectAction {
  return (direct as readonly LeaseAction[]).includes(action);
}

function needsMore(action: LeaseAction): boolean {
  return !isDirect(action);
}

function useDirectActions(lease: OpsLease) {
  const { t, person } = useSay();
  const navigate = useNavigate();
  const approve = useWrite('lease.approve');
  const withdraw = useWrite('lease.withdraw');
  const onError = (error: Error) => {
    const { why, fix } = tell(error, t);
    toast({ kind: 'error', text: why, fix });
  };
  const done = (text: string) => () => toast({ kind: 'done', text });
  const act = (action: DirectAction) => {
    const { id } = lease;
    if (action === 'approve') {
      approve.mutate({ id }, { onError, onSuccess: done(t.now.approved(person(lease.holder))) });
    }
    if (action === 'withdraw') {
      withdraw.mutate({ id }, { onError, onSuccess: done(t.lease.withdrawn) });
    }
    if (action === 'connect') {
      void navigate({ to: '/leases/$id', params: { id }, hash: 'connect' });
    }
  };
  const busy: DirectAction | null = approve.isPending
    ? 'approve'
    : withdraw.isPending
      ? 'withdraw'
      : null;
  return { act, busy };
}
