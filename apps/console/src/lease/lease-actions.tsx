import { Button } from '@mantine/core';
import type { Action } from '@sekisho/cards';
import type { AnyLease } from '@sekisho/contract';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { type AskingAction, actionsFor, asksFirst } from '../shared/lease-facts.ts';
import { useMe } from '../shared/me.ts';
import { useSay } from '../shared/say.ts';
import { toast } from '../shared/toasts.ts';
import { useSayError } from '../shared/use-say-error.ts';
import { useWrite } from '../shared/use-verb.ts';
import classes from './lease-card.module.css';

const LeaseDialog = lazy(() =>
  import('./lease-dialog.tsx').then((loaded) => ({ default: loaded.LeaseDialog })),
);

interface LeaseActionsProps {
  readonly lease: AnyLease;
  readonly now: number;
}

/** What can be done with a lease now, most likely first. */
export function LeaseActions({ lease, now }: LeaseActionsProps) {
  const { language } = useSay();
  const me = useMe();
  const [dialog, setDialog] = useState<AskingAction | null>(null);
  const { act, busy } = useDirectActions(lease);
  const actions = actionsFor(lease, me, now, language);
  // An open dialog stays: what was typed into it is not lost because the lease moved on.
  if (actions.length === 0 && dialog === null) return null;
  return (
    <div className={classes.actions}>
      {actions.map((action) => (
        <Button
          key={action.id}
          size="compact-md"
          variant={weightOf(action)}
          loading={busy === action.id}
          onClick={() => (asksFirst(action) ? setDialog(action) : act(action))}
          data-testid={`${action.id}-${lease.id}`}
        >
          {action.label}
          {asksFirst(action) && ' …'}
        </Button>
      ))}
      <Suspense fallback={null}>
        {dialog && <LeaseDialog lease={lease} action={dialog} onClose={() => setDialog(null)} />}
      </Suspense>
    </div>
  );
}

/** One strong button on a card at most: answering a request, writing a review, or getting in. */
function weightOf({ id }: Action): 'filled' | 'light' | 'default' {
  if (id === 'lease.approve' || id === 'lease.review') return 'filled';
  return id === 'ops.connect' ? 'light' : 'default';
}

function useDirectActions(lease: AnyLease) {
  const { t, person } = useSay();
  const navigate = useNavigate();
  const approve = useWrite('lease.approve');
  const withdraw = useWrite('lease.withdraw');
  const onError = useSayError();
  const done = (text: string) => () => toast({ kind: 'done', text });
  const act = (action: Action) => {
    const { id } = lease;
    if (action.id === 'lease.approve') {
      approve.mutate({ id }, { onError, onSuccess: done(t.now.approved(person(lease.holder))) });
    }
    if (action.id === 'lease.withdraw') {
      withdraw.mutate({ id }, { onError, onSuccess: done(t.lease.withdrawn) });
    }
    if (action.id === 'ops.connect') {
      void navigate({ to: '/leases/$id', params: { id }, hash: 'connect' });
    }
  };
  const busy = approve.isPending ? 'lease.approve' : withdraw.isPending ? 'lease.withdraw' : null;
  return { act, busy };
}
