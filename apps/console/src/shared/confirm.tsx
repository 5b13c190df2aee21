import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { AskingModal } from './asking-modal.tsx';

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
  const [text, setText] = useState('');
  return (
    <AskingModal
      title={title}
      means={means}
      act={act}
      ready={asks === undefined || text.trim() !== ''}
      busy={busy}
      error={error}
      onSend={() => onSend(text)}
      onClose={onClose}
    >
      {asks !== undefined && (
        <Textarea
          label={asks}
          required
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
      )}
    </AskingModal>
  );
}
