import type { PossibleAccess } from '@sekisho/contract';
import { useSearch } from '@tanstack/react-router';
import { type RefObject, useState } from 'react';
import { useRequest } from '../shared/use-request.ts';
import { askedIn, chosenIn, type Draft, inputOf } from './draft.ts';

export interface Asking {
  readonly draft: Draft;
  readonly chosen: PossibleAccess | null;
  /** The chosen set in each account that is asked for. */
  readonly asked: readonly PossibleAccess[];
  readonly change: (field: keyof Draft, value: string) => void;
  /** Takes over a row of what one could have, and goes to the reason. */
  readonly choose: (one: Pick<PossibleAccess, 'accountName' | 'permissionSet'>) => void;
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
  const [draft, setDraft] = useState<Draft>(useSearch({ from: '/access' }));
  const chosen = chosenIn(possible, draft);
  const focusReason = () => form.current?.querySelector<HTMLElement>('[name="reason"]')?.focus();
  const { send, reset, busy, errorOf, elsewhere } = useRequest('access.request', focusReason);
  return {
    ...{ draft, chosen, busy, elsewhere },
    asked: chosen === null ? [] : askedIn(possible, draft, chosen),
    change: (field, value) => {
      setDraft({ ...draft, [field]: value });
      reset();
    },
    choose: ({ accountName, permissionSet }) => {
      setDraft({ ...draft, account: accountName, permissionSet });
      focusReason();
    },
    submit: () => send(chosen && inputOf(draft, chosen)),
    errorOf: (field) => errorOf(field, draft[field]),
  };
}
