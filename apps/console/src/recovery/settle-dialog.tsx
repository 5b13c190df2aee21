import { Button, Group, Modal, Stack } from '@mantine/core';
import type { InputOf, OutputOf } from '@sekisho/contract';
import { recoveryPage } from '@sekisho/words/recovery';
import { type KeyboardEvent, useState } from 'react';
import { tell } from '../shared/problem.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
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
  const ready = !busy && wish.reason.trim() !== '' && !blind;
  const send = () => onSend(inputOf(wish, shown));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && ready) send();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.settleTitle}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <Stack gap="sm" onKeyDown={onKeyDown}>
        <p>{words.settleMeans(shown.differences.length)}</p>
        <SettleFields shown={shown} wish={wish} told={told} onChange={setWish} />
        {error && <ProblemNote error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t.common.cancel}
          </Button>
          <Button disabled={!ready && !busy} loading={busy} onClick={send}>
            {words.settle}
          </Button>
        </Group>
      </Stack>
    </Modal>
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
