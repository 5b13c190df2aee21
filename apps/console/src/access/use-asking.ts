import type { PossibleAccess } from '@sekisho/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type RefObject, useState } from 'react';
import { tell } from '../shared/problem.ts';
import { useSay } from '../shared/say.ts';
import { toast } from '../shared/toasts.ts';
import { useWrite } from '../shared/use-verb.ts';
import { chosenIn, type Draft, inputOf } from './draft.ts';

export interface Asking {
  readonly draft: Draft;
  readonly chosen: PossibleAccess | null;
  readonly change: (field: keyof Draft, value: string) => void;
  /** Takes over a row of what one could have, and goes to the reason. */
  readonly choose: (one: PossibleAccess) => void;
  readonly submit: () => void;
  readonly busy: boolean;
  readonly errorOf: (field: keyof Draft) => string | null;
  /** What stands at no field. */
  readonly elsewhere: Error | null;
}

/** What was typed, what it takes, what is wrong with it, and the sending. */
export function useAsking(
  possible: readonly PossibleAccess[],
  form: RefObject<HTMLFormElement | null>,
): Asking {
  const { t } = useSay();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(useSearch({ from: '/access' }));
  const [shown, setShown] = useState(false);
  const request = useWrite('access.request');
  const chosen = chosenIn(possible, draft);
  const focusReason = () => form.current?.querySelector<HTMLElement>('[name="reason"]')?.focus();
  const change: Asking['change'] = (field, value) => {
    setDraft({ ...draft, [field]: value });
    request.reset();
  };
  const submit = () => {
    setShown(true);
    if (chosen === null || !draft.reason?.trim()) return focusReason();
    request.mutate(inputOf(draft, chosen), {
      onSuccess: ({ id, state }) => {
        const text = state === 'requested' ? t.ask.asked : t.ask.starting;
        toast({ kind: 'done', text });
        void navigate({ to: '/leases/$id', params: { id }, hash: '' });
      },
    });
  };
  const told = request.error === null ? null : tell(request.error, t);
  return {
    ...{ draft, chosen, change, submit },
    choose: ({ accountName, permissionSet }) => {
      setDraft({ ...draft, account: accountName, permissionSet });
      focusReason();
    },
    busy: request.isPending,
    errorOf: (field) => {
      if (field === 'reason' && shown && !draft.reason?.trim()) return t.ask.needed;
      return told?.field === field ? `${told.why} ${told.fix}` : null;
    },
    elsewhere: told !== null && told.field === null ? request.error : null,
  };
}
