import { Button, Group, Modal, Stack } from '@mantine/core';
import { useSay } from '../shared/say.ts';
import type { SlackView } from './api.ts';
import { Blocks } from './blocks.tsx';
import { useViewSurface } from './use-surface.ts';

interface SlackModalProps {
  readonly view: SlackView;
  readonly user: string;
}

/** A modal that the app opened for this person. */
export function SlackModal({ view, user }: SlackModalProps) {
  const { t } = useSay();
  const { surface, submit, close, submitting } = useViewSurface(user, view.id);
  const firstInput = view.blocks.find((block) => block['type'] === 'input');
  const first = firstInput ? String(firstInput['block_id']) : '';
  return (
    <Modal
      opened
      onClose={close}
      title={view.title?.text ?? ''}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        noValidate
      >
        <Stack gap="md">
          <Blocks blocks={view.blocks} surface={first ? { ...surface, first } : surface} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {view.close?.text ?? t.common.cancel}
            </Button>
            {view.submit && (
              <Button type="submit" loading={submitting}>
                {view.submit.text}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
