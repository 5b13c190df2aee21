import type { InputOf } from '@sekisho/contract';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { askedText } from './asked-text.ts';
import { tell } from './problem.ts';
import { useSay } from './say.ts';
import { toast } from './toasts.ts';
import { useWrite } from './use-verb.ts';

/** How a form that asks for a lease stands. */
export interface Request<Input> {
  /** Sends it, and goes to the lease; where the reason is missing, says so and goes there instead. */
  readonly send: (input: Input | null) => void;
  /** Forgets what was wrong with the last sending. */
  readonly reset: () => void;
  readonly busy: boolean;
  /** What to say at a field, given what is typed there. */
  readonly errorOf: (field: string, typed: string | undefined) => string | null;
  /** What stands at no field. */
  readonly elsewhere: Error | null;
}

/** Asks for a lease by a verb that wants a reason. @param focusReason goes to the field that is needed */
export function useRequest<Name extends 'access.request' | 'membership.request'>(
  name: Name,
  focusReason: () => void,
): Request<InputOf<Name>> {
  const say = useSay();
  const { t } = say;
  const navigate = useNavigate();
  const [tried, setTried] = useState(false);
  const request = useWrite(name);
  const told = request.error === null ? null : tell(request.error, t);
  return {
    send: (input) => {
      setTried(true);
      if (!input?.reason.trim()) return focusReason();
      request.mutate(input, {
        onSuccess: (lease) => {
          toast({ kind: 'done', text: askedText(lease, say) });
          void navigate({ to: '/leases/$id', params: { id: lease.id }, hash: '' });
        },
      });
    },
    reset: request.reset,
    busy: request.isPending,
    errorOf: (field, typed) => {
      if (field === 'reason' && tried && !typed?.trim()) return t.ask.needed;
      return told?.field === field ? `${told.why} ${told.fix}` : null;
    },
    elsewhere: told !== null && told.field === null ? request.error : null,
  };
}
