import type { InputOf, OpsLease } from '@sekisho/contract';
import { askedText } from '../shared/asked-text.ts';
import { useSay } from '../shared/say.ts';
import { toast } from '../shared/toasts.ts';
import { useSayError } from '../shared/use-say-error.ts';
import { useWrite } from '../shared/use-verb.ts';

/** Asks for the server; the toast can take the request back. */
export function useStart() {
  const say = useSay();
  const { t } = say;
  const start = useWrite('ops.start');
  const withdraw = useWrite('lease.withdraw');
  const stop = useWrite('ops.stop');
  const onSuccess = () => toast({ kind: 'done', text: t.common.undone });
  const onError = useSayError();
  const giveBack = (id: string) => stop.mutate({ id }, { onSuccess, onError });
  const undo = ({ id, state }: OpsLease) => {
    // It may have been approved by now: then it is given back.
    if (state === 'requested') withdraw.mutate({ id }, { onSuccess, onError: () => giveBack(id) });
    else giveBack(id);
  };
  return {
    busy: start.isPending,
    error: start.error,
    reset: start.reset,
    send: (input: InputOf<'ops.start'>, done: (id: string) => void) =>
      start.mutate(input, {
        onSuccess: (lease) => {
          toast({ kind: 'done', text: askedText(lease, say), undo: () => undo(lease) });
          done(lease.id);
        },
      }),
  };
}
