import type { AnyLease } from '@sekisho/contract';
import type { AskingAction } from '../shared/lease-facts.ts';
import { useSay } from '../shared/say.ts';
import { useWrite } from '../shared/use-verb.ts';

interface LeaseWrite {
  readonly send: (value: string, reason: string, done: (text: string) => void) => void;
  readonly busy: boolean;
  readonly error: Error | null;
}

/** The write behind a dialog's action, and what to say when it is done. */
export function useLeaseWrite({ id, holder }: AnyLease, action: AskingAction['id']): LeaseWrite {
  const { t, person } = useSay();
  const deny = useWrite('lease.deny');
  const extend = useWrite('ops.extend');
  const hold = useWrite('ops.hold');
  const handover = useWrite('ops.handover');
  const review = useWrite('lease.review');
  const replace = useWrite('ops.replace');
  const stop = useWrite('ops.stop');
  const more = useWrite('access.extend');
  const giveBack = useWrite('access.return');
  const moreOfJob = useWrite('ci.extend');
  const endJob = useWrite('ci.stop');
  const stay = useWrite('membership.extend');
  const leave = useWrite('membership.return');
  const all = [
    ...[deny, extend, hold, handover, review, stop, more, giveBack, moreOfJob, endJob],
    ...[stay, leave, replace],
  ];
  return {
    busy: all.some(({ isPending }) => isPending),
    error: all.find(({ error }) => error !== null)?.error ?? null,
    send: (value, reason, done) => {
      const says = (text: string) => ({ onSuccess: () => done(text) });
      const why = reason.trim() === '' ? {} : { reason };
      if (action === 'lease.deny')
        deny.mutate({ id, reason: value }, says(t.now.denied(person(holder))));
      if (action === 'ops.extend') extend.mutate({ id, by: value }, says(t.lease.extended));
      if (action === 'access.extend') more.mutate({ id, by: value }, says(t.lease.extended));
      if (action === 'ci.extend') moreOfJob.mutate({ id, by: value }, says(t.lease.extended));
      if (action === 'access.return') giveBack.mutate({ id }, says(t.lease.returned));
      if (action === 'membership.extend') stay.mutate({ id, for: value }, says(t.lease.extended));
      if (action === 'membership.return') leave.mutate({ id }, says(t.lease.returned));
      if (action === 'ci.stop') endJob.mutate({ id }, says(t.lease.stopped));
      if (action === 'ops.hold') hold.mutate({ id, for: value, ...why }, says(t.lease.held));
      if (action === 'ops.handover') {
        handover.mutate({ id, to: value }, says(t.lease.handed(person(value))));
      }
      if (action === 'lease.review') review.mutate({ id, text: value }, says(t.lease.reviewed));
      if (action === 'ops.replace') replace.mutate({ id }, says(t.lease.replacing));
      if (action === 'ops.stop') stop.mutate({ id }, says(t.lease.returned));
    },
  };
}
