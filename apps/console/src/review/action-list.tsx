import { Button } from '@mantine/core';
import type { ReviewAction } from '@sekisho/contract';
import { reaches, useMe } from '../shared/me.ts';
import { useSay } from '../shared/say.ts';
import { useSayError } from '../shared/use-say-error.ts';
import { useWrite } from '../shared/use-verb.ts';
import classes from './review.module.css';
import { useReviewWords } from './use-review-words.ts';

interface ActionListProps {
  readonly actions: readonly ReviewAction[];
  /** Says of which month and SLO each is. */
  readonly withOrigin?: boolean;
}

/** What is to be done, by whom and until when. */
export function ActionList({ actions, withOrigin = false }: ActionListProps) {
  if (actions.length === 0) return null;
  return (
    <ul className={classes.actionList}>
      {actions.map((action) => (
        <OneAction key={action.id} action={action} withOrigin={withOrigin} />
      ))}
    </ul>
  );
}

function OneAction({
  action,
  withOrigin,
}: {
  readonly action: ReviewAction;
  readonly withOrigin: boolean;
}) {
  const t = useReviewWords();
  const me = useMe();
  const { person, exact } = useSay();
  const sayError = useSayError();
  const done = useWrite('slo.review-done');
  const { id, what, owner, due, doneAt, doneBy, month, slo } = action;
  const facts = [
    withOrigin ? `${month} ${slo}` : '',
    owner === null ? '' : person(owner),
    due === null ? '' : t.due(exact(due)),
    doneAt === null || doneBy === null ? '' : t.doneBy(person(doneBy), exact(doneAt)),
  ];
  return (
    <li data-testid={id}>
      <span aria-hidden="true">{doneAt === null ? '☐' : '☑'}</span> {what}{' '}
      <small>{facts.filter(Boolean).join(' · ')}</small>
      {doneAt === null && reaches(me, 'member') && (
        <Button
          className={classes.unprinted}
          variant="subtle"
          size="compact-sm"
          loading={done.isPending}
          aria-label={`${t.done}: ${what}`}
          onClick={() => done.mutate({ id }, { onError: sayError })}
        >
          {t.done}
        </Button>
      )}
    </li>
  );
}
