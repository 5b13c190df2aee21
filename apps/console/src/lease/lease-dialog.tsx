import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { AnyLease } from '@sekisho/contract';
import { useState } from 'react';
import { AskingModal } from '../shared/asking-modal.tsx';
import type { AskingAction } from '../shared/lease-facts.ts';
import { tell } from '../shared/problem.ts';
import { useRoster } from '../shared/roster.ts';
import { useSay } from '../shared/say.ts';
import { toast } from '../shared/toasts.ts';
import { useLeaseWrite } from './use-lease-write.ts';

interface LeaseDialogProps {
  readonly lease: AnyLease;
  readonly action: AskingAction;
  readonly onClose: () => void;
}

/** Asks for what an action needs; an error stays beside its field and nothing typed is lost. */
export function LeaseDialog({ lease, action, onClose }: LeaseDialogProps) {
  const { t, language } = useSay();
  const [value, setValue] = useState(firstValue(action.id, language));
  const [reason, setReason] = useState('');
  const write = useLeaseWrite(lease, action.id);
  const words = useDialogWords(lease, action);
  const told = write.error ? tell(write.error, t) : null;
  const send = () =>
    write.send(value, reason, (text) => {
      toast({ kind: 'done', text });
      onClose();
    });
  return (
    <AskingModal
      title={words.title}
      means={words.means}
      act={words.act}
      ready={words.label === '' || value.trim() !== ''}
      busy={write.busy}
      error={write.error}
      focusAct={words.label === ''}
      onSend={send}
      onClose={onClose}
    >
      <ValueField
        lease={lease}
        action={action}
        label={words.label}
        value={value}
        onChange={setValue}
        error={told?.field ? told.why : null}
      />
      {action.id === 'ops.hold' && (
        <TextInput
          label={t.lease.holdReason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </AskingModal>
  );
}

function firstValue(id: AskingAction['id'], language: 'en' | 'ja'): string {
  if (id === 'membership.extend') return language === 'ja' ? '30日' : '30d';
  if (id.endsWith('.extend')) return language === 'ja' ? '30分' : '30m';
  if (id === 'ops.hold') return language === 'ja' ? '1時間' : '1h';
  return '';
}

function useDialogWords(lease: AnyLease, action: AskingAction) {
  const { t, person } = useSay();
  const plain = { title: action.label, means: '', label: '', act: action.label };
  switch (action.id) {
    case 'lease.deny':
      return {
        ...plain,
        title: t.now.denyTitle(person(lease.requester)),
        label: t.now.denyReason,
      };
    case 'ops.extend':
    case 'access.extend':
    case 'ci.extend':
    case 'membership.extend':
      return { ...plain, label: t.lease.by };
    case 'ops.hold':
      return { ...plain, label: t.lease.heldFor };
    case 'ops.handover':
      return { ...plain, label: t.lease.to };
    case 'lease.review':
      return {
        title: t.lease.reviewTitle,
        means: t.lease.reviewMeans,
        label: t.lease.reviewText,
        act: t.common.send,
      };
    case 'ops.replace':
    case 'ops.stop':
    case 'access.return':
    case 'ci.stop':
    case 'membership.return': {
      const { returnTitle, returnMeans } = t.lease.returning[action.id];
      return { ...plain, title: returnTitle, means: returnMeans };
    }
  }
}

interface ValueFieldProps {
  readonly lease: AnyLease;
  readonly action: AskingAction;
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
  if (action.id === 'ops.handover') {
    const others = roster.filter(({ id, role }) => id !== lease.holder && role !== 'read-only');
    const data = [
      { value: '', label: '' },
      ...others.map(({ id }) => ({ value: id, label: `${person(id)} (${id})` })),
    ];
    return <NativeSelect {...field} data={data} onChange={set} />;
  }
  if (action.id === 'lease.deny' || action.id === 'lease.review') {
    const rows = action.id === 'lease.review' ? 6 : 3;
    return <Textarea {...field} minRows={rows} rows={rows} onChange={set} />;
  }
  return <TextInput {...field} onChange={set} />;
}
