import { Button } from '@mantine/core';
import type { ApprovalRule } from '@sekisho/contract';
import type { ReactNode } from 'react';
import { reaches, useMe } from './me.ts';
import { ProblemNote } from './problem-note.tsx';
import classes from './request-form.module.css';
import { useSay } from './say.ts';
import { shortcut } from './shortcut.ts';

/** What asking takes or brings, in a box between the fields; spoken when it changes. */
export function RequestBox({
  testId,
  production = false,
  refused,
  children,
}: {
  readonly testId: string;
  readonly production?: boolean;
  readonly refused: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div
      className={classes.box}
      aria-live="polite"
      data-testid={testId}
      data-production={production || undefined}
      data-refused={refused || undefined}
    >
      {children}
    </div>
  );
}

/** How many of whom must agree to what the reader asks, and who could at this moment. */
export function MustAgree({ approval }: { readonly approval: ApprovalRule }) {
  const { t, who, people } = useSay();
  const me = useMe();
  const others = approval.people.filter((id) => id !== me.person?.id);
  return (
    <>
      <small className={classes.soft}>{t.ask.mustAgree}:</small>{' '}
      {approval.count === 0 ? t.ask.nobody : t.ask.some(approval.count, who(approval.from))}
      {approval.count > 0 && (
        <small className={classes.soft}>
          {' '}
          {others.length > 0 ? t.now.mayAgree(people(others)) : t.ask.nobodyCan}
        </small>
      )}
    </>
  );
}

/** The end of a form that asks: what is wrong with it that no field says, and its button. */
export function RequestEnd({
  label,
  busy,
  open = true,
  error,
}: {
  readonly label: string;
  readonly busy: boolean;
  /** Whether there is anything to ask for. */
  readonly open?: boolean;
  readonly error: Error | null;
}) {
  const { t, role } = useSay();
  const may = reaches(useMe(), 'member');
  return (
    <>
      {error && (
        <div className={classes.wide}>
          <ProblemNote error={error} />
        </div>
      )}
      <div className={[classes.wide, classes.send].join(' ')}>
        <Button type="submit" loading={busy} disabled={!may || !open}>
          {label}
        </Button>
        <small className={classes.soft}>
          {may ? t.common.sendKey(shortcut('Enter')) : t.palette.needs(role('member'))}
        </small>
      </div>
    </>
  );
}
