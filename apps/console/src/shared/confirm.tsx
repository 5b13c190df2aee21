import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { ProblemNote } from './problem-note.tsx';
import { useSay } from './say.ts';

interface ConfirmProps {
  readonly title: string;
  readonly means: string;
  /** What the button that does it says. */
  readonly act: string;
  /** Label of a text that must be given, such as why. */
  readonly asks?: string;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onSend: (text: string) => void;
  readonly onClose: () => void;
}

/** One more thought before something is done; a failure stays here and nothing typed is lost. */
export function Confirm(props: ConfirmProps) {
  const { title, means, act, asks, busy, error, onSend, onClose } = props;
  const { t } = useSay();
  const [text, setText] = useState('');
  const ready = !busy && (asks === undefined || text.trim() !== '');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && ready) onSend(text);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <Stack gap="sm" onKeyDown={onKeyDown}>
        <p>{means}</p>
        {asks !== undefined && (
          <Textarea
            label={asks}
            required
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            data-autofocus
          />
        )}
        {error && <ProblemNote error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t.common.cancel}
          </Button>
          <Button disabled={!ready && !busy} loading={busy} onClick={() => onSend(text)}>
            {act}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
