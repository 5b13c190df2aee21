import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemNote } from './problem-note.tsx';
import { useSay } from './say.ts';
import { sentBy } from './sent-by.ts';

interface AskingModalProps {
  readonly title: string;
  /** What it means, above the fields; empty where the title says it. */
  readonly means: string;
  /** What the button that does it says. */
  readonly act: string;
  /** Whether everything that is needed is given. */
  readonly ready: boolean;
  readonly busy: boolean;
  readonly error: Error | null;
  /** Whether the button has the focus at first, where there is no field. */
  readonly focusAct?: boolean;
  readonly children?: ReactNode;
  readonly onSend: () => void;
  readonly onClose: () => void;
}

/**
 * A dialog that asks before something is done: sent by its button, or by Ctrl or Command with Enter
 * from any field. What failed stays here.
 */
export function AskingModal(props: AskingModalProps) {
  const { title, means, act, ready, busy, error, focusAct = false, children } = props;
  const { onSend, onClose } = props;
  const { common } = useSay().t;
  const send = () => {
    if (ready && !busy) onSend();
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': common.close }}>
      <Stack gap="sm" onKeyDown={sentBy(send).onKeyDown}>
        {means !== '' && <p>{means}</p>}
        {children}
        {error && <ProblemNote error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button
            loading={busy}
            disabled={!ready}
            onClick={send}
            {...(focusAct ? { 'data-autofocus': true } : {})}
          >
            {act}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
