import { Button, Group, Modal, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import type { OpsLease } from '@sekisho/contract';
import { type KeyboardEvent, useState } from 'react';
import type { LeaseAction } from '../shared/lease-facts.ts';
import { tell } from '../shared/problem.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useRoster } from '../shared/roster.ts';
import { useSay } from '../shared/say.ts';
import { toast } from '../shared/toasts.ts';
import { useLeaseWrite } from './use-lease-write.ts';

interface LeaseDialogProps {
  readonly lease: OpsLease;
  readonly action: LeaseAction;
  readonly onClose: () => void;
}

/** Asks for what an action needs; an error stays beside its field and nothing typed is lost. */
export function LeaseDialog({ lease, action, onClose }: LeaseDialogProps) {
  const { t, language } = useSay();
  const [value, setValue] = useState(firstValue(action, language));
  const [reason, setReason] = useState('');
  const write = useLeaseWrite(lease, action);
  const words = useDialogWords(lease, action);
  const told = write.error ? tell(write.error, t) : null;
  const send = () =>
    write.send(value, reason, (text) => {
      toast({ kind: 'done', text });
      onClose();
    });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) send();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <Stack gap="sm" onKeyDown={onKeyDown}>
        {words.means && <p>{words.means}</p>}
        <ValueField
          lease={lease}
          action={action}
          label={words.label}
          value={value}
          onChange={setValue}
          error={told?.field ? told.why : null}
        />
        {action === 'hold' && (
          <TextInput
            label={t.lease.holdReason}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {write.error && <ProblemNote error={write.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t.common.cancel}
          </Button>
          <Button
            loading={write.busy}
            disabled={words.label !== '' && value.trim() === ''}
            onClick={send}
            {...(words.label === '' ? { 'data-autofocus': true } : {})}
          >
            {words.act}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function firstValue(action: LeaseAction, language: 'en' | 'ja'): string {
  if (action === 'extend') return language === 'ja' ? '30分' : '30m';
  if (action === 'hold') return language === 'ja' ? '1時間' : '1h';
  return '';
}

function useDialogWords(lease: OpsLease, action: LeaseAction) {
  const { t, person } = useSay();
  const plain = { means: '', label: '' };
  switch (action) {
    case 'deny':
      return {
        ...plain,
        title: t.now.denyTitle(person(lease.requester)),
        label: t.now.denyReason,
        act: t.now.deny,
      };
    case 'extend':
      return { ...plain, title: t.lease.extend, label: t.lease.by, act: t.lease.extend };
    case 'hold':
      return { ...plain, title: t.lease.hold, label: t.lease.heldFor, act: t.lease.hold };
    case 'handover':
      return { ...plain, title: t.lease.handover, label: t.lease.to, act: t.lease.handover };
    case 'review':
      return {
        title: t.lease.reviewTitle,
        means: t.lease.reviewMeans,
        label: t.lease.reviewText,
        act: t.common.send,
      };
    default:
      return {
        title: t.lease.returnTitle,
        means: t.lease.returnMeans,
        label: '',
        act: t.lease.return,
      };
  }
}

interface ValueFieldProps {
  readonly lease: OpsLease;
  readonly action: LeaseAction;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | null;
}

function ValueField({ lease, action, label, value, onChange, error }: ValueFieldProps) {
  const { person } = useSay();
  const roster = useRoster();
  const field = { label, value, error, required: true, 'data-autofocus': true };
  const set = (event: { readonly currentTarget: { readonly value: string } }) =>
    onChange(event.currentTarget.value);
  if (label === '') return null;
  if (action === 'handover') {
    const others = roster.filter(({ id, role }) => id !== lease.holder && role !== 'read-only');
    const data = [
      { value: '', label: '' },
      ...others.map(({ id }) => ({ value: id, label: `${person(id)} (${id})` })),
    ];
    return <NativeSelect {...field} data={data} onChange={set} />;
  }
  if (action === 'deny' || action === 'review') {
    return (
      <Textarea
        {...field}
        minRows={action === 'review' ? 6 : 3}
        rows={action === 'review' ? 6 : 3}
        onChange={set}
      />
    );
  }
  return <TextInput {...field} onChange={set} />;
}
