import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { toast } from '../shared/toasts.ts';
import { useWrite } from '../shared/use-verb.ts';

/** Lends again after everything was stopped, once somebody says why that is safe. */
export function Resume({ onClose }: { readonly onClose: () => void }) {
  const { t } = useSay();
  const resume = useWrite('lease.resume');
  const [reason, setReason] = useState('');
  const ready = reason.trim() !== '';
  const onSuccess = () => {
    toast({ kind: 'done', text: t.stop.resumed });
    onClose();
  };
  const send = () => {
    if (ready) resume.mutate({ reason }, { onSuccess });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) send();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.stop.resumeTitle}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <Stack gap="sm" onKeyDown={onKeyDown}>
        <p>{t.stop.resumeMeans}</p>
        <Textarea
          label={t.common.reason}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        {resume.error && <ProblemNote error={resume.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t.common.cancel}
          </Button>
          <Button disabled={!ready} loading={resume.isPending} onClick={send}>
            {t.stop.resume}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
