import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { toast } from '../shared/toasts.ts';
import { useSayError } from '../shared/use-say-error.ts';
import { useVerb, useWrite } from '../shared/use-verb.ts';

/** Stops everything, or resumes, after the reason and a word that nobody types by accident. */
export function StopAll({ onClose }: { readonly onClose: () => void }) {
  const { t } = useSay();
  const live = useVerb('ops.list', {});
  const { stop, resume, halt, carryOn } = useStopping(onClose);
  const [reason, setReason] = useState('');
  const [word, setWord] = useState('');
  const sure = word.trim().toUpperCase() === t.stop.word && reason.trim() !== '';
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
            onClick={() => carryOn(reason)}
          >
            {t.stop.resume}
          </Button>
          <Button
            color="red.8"
            disabled={!sure}
            loading={stop.isPending}
            onClick={() => halt(reason)}
          >
            {t.stop.act}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** The two writes behind the dialog, and what is said when they are done. */
function useStopping(onClose: () => void) {
  const { t } = useSay();
  const stop = useWrite('lease.stop-all');
  const resume = useWrite('lease.resume');
  const onError = useSayError();
  const undo = () =>
    resume.mutate(
      { reason: t.stop.undoReason },
      {
        onSuccess: () => toast({ kind: 'done', text: t.stop.resumed }),
        onError,
      },
    );
  const told = (text: string, more: { readonly undo?: () => void } = {}) => {
    toast({ kind: 'done', text, ...more });
    onClose();
  };
  return {
    stop,
    resume,
    halt: (reason: string) =>
      stop.mutate(
        { reason },
        { onSuccess: ({ leases }) => told(t.stop.done(leases.length), { undo }) },
      ),
    carryOn: (reason: string) =>
      resume.mutate({ reason }, { onSuccess: () => told(t.stop.resumed) }),
  };
}
