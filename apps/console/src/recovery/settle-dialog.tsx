import type { InputOf, OutputOf } from '@sekisho/contract';
import { recoveryPage } from '@sekisho/words/recovery';
import { useState } from 'react';
import { AskingModal } from '../shared/asking-modal.tsx';
import { tell } from '../shared/problem.ts';
import { useSay } from '../shared/say.ts';
import { SettleFields, type Wish } from './settle-fields.tsx';

interface SettleDialogProps {
  readonly shown: OutputOf<'recovery.show'>;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onSend: (input: InputOf<'recovery.settle'>) => void;
  readonly onClose: () => void;
}

/** One more thought before everything goes on: with whom one looked, and what only people can know. */
export function SettleDialog({ shown, busy, error, onSend, onClose }: SettleDialogProps) {
  const { t, language } = useSay();
  const words = recoveryPage[language];
  const [wish, setWish] = useState<Wish>({ reason: '', grace: '', end: [], even: false });
  const told = error === null ? null : tell(error, t);
  const blind = shown.unanswered.length > 0 && !wish.even;
  return (
    <AskingModal
      title={words.settleTitle}
      means={words.settleMeans(shown.differences.length)}
      act={words.settle}
      ready={wish.reason.trim() !== '' && !blind}
      busy={busy}
      error={error}
      onSend={() => onSend(inputOf(wish, shown))}
      onClose={onClose}
    >
      <SettleFields shown={shown} wish={wish} told={told} onChange={setWish} />
    </AskingModal>
  );
}

/** What was shown goes along: nothing else is settled. */
function inputOf(
  { reason, grace, end, even }: Wish,
  { shown }: OutputOf<'recovery.show'>,
): InputOf<'recovery.settle'> {
  return {
    reason,
    ...(shown === null ? {} : { shown }),
    ...(grace.trim() === '' ? {} : { grace: grace.trim() }),
    ...(end.length === 0 ? {} : { end: [...end] }),
    ...(even ? { evenUnanswered: true } : {}),
  };
}
