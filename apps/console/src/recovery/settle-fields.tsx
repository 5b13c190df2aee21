import { Checkbox, Textarea, TextInput } from '@mantine/core';
import type { OutputOf } from '@sekisho/contract';
import { recoveryPage } from '@sekisho/words/recovery';
import type { Told } from '../shared/problem.ts';
import { useSay } from '../shared/say.ts';
import { OtherLeases } from './other-leases.tsx';

/** With what somebody settles, as it is typed. */
export interface Wish {
  readonly reason: string;
  readonly grace: string;
  readonly end: readonly string[];
  readonly even: boolean;
}

interface SettleFieldsProps {
  readonly shown: OutputOf<'recovery.show'>;
  readonly wish: Wish;
  /** What was wrong with the last sending. */
  readonly told: Told | null;
  readonly onChange: (wish: Wish) => void;
}

/** Only what this restore asks for: a grace where something is overdue, a leap where AWS was silent. */
export function SettleFields({ shown, wish, told, onChange }: SettleFieldsProps) {
  const { language } = useSay();
  const words = recoveryPage[language];
  const { differences, unanswered } = shown;
  // A place may have fallen silent since the list was made.
  const unseen = unanswered.length > 0 || told?.code === 'restored-unseen';
  return (
    <>
      <Textarea
        label={words.why}
        required
        value={wish.reason}
        onChange={(event) => onChange({ ...wish, reason: event.currentTarget.value })}
        error={told?.field === 'reason' ? told.why : null}
        data-autofocus
      />
      {differences.some(({ kind }) => kind === 'overdue') && (
        <TextInput
          label={words.grace}
          description={words.graceMeans}
          value={wish.grace}
          onChange={(event) => onChange({ ...wish, grace: event.currentTarget.value })}
          error={told?.field === 'grace' ? told.why : null}
        />
      )}
      <OtherLeases
        differences={differences}
        chosen={wish.end}
        onChange={(end) => onChange({ ...wish, end })}
      />
      {unseen && (
        <Checkbox
          label={unanswered.length === 0 ? words.evenSome : words.even(unanswered.join(', '))}
          checked={wish.even}
          onChange={(event) => onChange({ ...wish, even: event.currentTarget.checked })}
        />
      )}
    </>
  );
}
