import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { toast } from '../shared/toasts.ts';
import { useVerb, useWrite } from '../shared/use-verb.ts';

/** Stops everything, or resumes, after the reason and a word that nobody types by accident. */
export function StopAll({ onClose }: { readonly onClose: () => void }) {
  const { t } = useSay();
  const live = useVerb('ops.list', {});
  const stop = useWrite('lease.stop-all');
  const resume = useWrite('lease.resume');
  const [reason, setReason] = useState('');
  const [word, setWord] = useState('');
  const sure = word.trim().toUpperCase() === t.stop.word && reason.trim() !== '';
  const halt = () =>
    stop.mutate(
      { reason },
      {
        onSuccess: (halted) => {
          toast({
            kind: 'done',
            text: t.stop.done(halted.leases.length),
            undo: () => resume.mutate({ reason: t.stop.undoReason }),
          });
          onClose();
        },
      },
    );
  const carryOn = () =>
    resume.mutate(
      { reason },
      {
        onSuccess: () => {
          toast({ kind: 'done', text: t.stop.resumed });
          onClose();
        },
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.stop.title}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <Stack gap="sm">
        <p>{t.stop.means(live.data?.length ?? 0)}</p>
        <Textarea
          label={t.common.reason}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <TextInput
          label={t.stop.typeWord}
          value={word}
          onChange={(event) => setWord(event.currentTarget.value)}
          autoComplete="off"
        />
        {(stop.error ?? resume.error) && <ProblemNote error={stop.error ?? resume.error} />}
        <Group justify="space-between">
          <Button
            variant="default"
            disabled={reason.trim() === ''}
            loading={resume.isPending}
            onClick={carryOn}
          >
            {t.stop.resume}
          </Button>
          <Button color="red.8" disabled={!sure} loading={stop.isPending} onClick={halt}>
            {t.stop.act}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
