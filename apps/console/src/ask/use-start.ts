import type { InputOf, OpsLease } from '@sekisho/contract';
import { useSay } from '../shared/say.ts';
import { toast } from '../shared/toasts.ts';
import { useWrite } from '../shared/use-verb.ts';

/** Asks for the server; the toast can take the request back. */
export function useStart() {
  const { t } = useSay();
  const start = useWrite('ops.start');
  const withdraw = useWrite('lease.withdraw');
  const stop = useWrite('ops.stop');
  const undo = ({ id, state }: OpsLease) => {
    const options = { onSuccess: () => toast({ kind: 'done', text: t.common.undone }) };
    if (state === 'requested') withdraw.mutate({ id }, options);
    else stop.mutate({ id }, options);
  };
  return {
    busy: start.isPending,
    error: start.error,
    reset: start.reset,
    send: (input: InputOf<'ops.start'>, done: (id: string) => void) =>
      start.mutate(input, {
        onSuccess: (lease) => {
          const waits = lease.state === 'requested';
          toast({
            kind: 'done',
            text: waits ? t.ask.asked : t.ask.starting,
            undo: () => undo(lease),
          });
          done(lease.id);
        },
      }),
  };
}
