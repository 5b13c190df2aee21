import { Button } from '@mantine/core';
import type { SloReview } from '@sekisho/contract';
import { hintText, reviewGlyphs, reviewStateNames } from '@sekisho/words/slo';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { reaches, useMe } from '../shared/me.ts';
import { useSay } from '../shared/say.ts';
import { useFigures } from '../slo/figures.ts';
import { ActionList } from './action-list.tsx';
import { AskDialog } from './ask-dialog.tsx';
import { Attribution } from './attribution.tsx';
import { Corrections, Pages } from './records.tsx';
import classes from './review.module.css';
import { useReviewWords } from './use-review-words.ts';

interface SloInReviewProps {
  readonly slo: SloReview;
  readonly month: string;
}

/** Everything that the meeting reads about one SLO, and where it writes down what it decided. */
export function SloInReview({ slo, month }: SloInReviewProps) {
  const t = useReviewWords();
  const { language } = useSay();
  const name = slo.displayName ?? slo.id;
  return (
    <section className={classes.slo} id={slo.id} aria-label={name} data-testid={`review-${slo.id}`}>
      <h2 className={classes.sloTitle}>
        <Link to="/slos/$id" params={{ id: slo.id }}>
          {name}
        </Link>
        <small>
          {slo.service} · <span aria-hidden="true">{reviewGlyphs[slo.state]}</span>{' '}
          {reviewStateNames[slo.state][language]}
        </small>
      </h2>
      <Budget slo={slo} />
      {slo.attribution !== null && (
        <Part title={t.went}>
          <Attribution attribution={slo.attribution} />
        </Part>
      )}
      {slo.corrections.length > 0 && (
        <Part title={t.corrections}>
          <Corrections corrections={slo.corrections} />
        </Part>
      )}
      {slo.pages.length > 0 && (
        <Part title={t.pages}>
          <Pages pages={slo.pages} />
        </Part>
      )}
      <Part title={t.settle}>
        {slo.hints.length === 0 && <p className={classes.soft}>{t.settled}</p>}
        <ul>
          {slo.hints.map((hint) => (
            <li key={`${hint.what}${hint.id ?? ''}`}>{hintText(hint, language)}</li>
          ))}
        </ul>
      </Part>
      <Settled slo={slo} month={month} />
    </section>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <h3 className={classes.partTitle}>{title}</h3>
      {children}
    </div>
  );
}

/** The month's budget in words, the SLO's own window beside it, and the targets that were in force. */
function Budget({ slo }: { readonly slo: SloReview }) {
  const t = useReviewWords();
  const { exact } = useSay();
  const figures = useFigures();
  const { budget, raw, own, targets, corrections } = slo;
  if (budget === null) return <p>{t.noData}</p>;
  return (
    <>
      <p>
        {t.spent(figures.count(budget.bad), figures.count(budget.allowed))} ·{' '}
        <strong>
          {t.budget} {figures.share(budget.remainingShare)}
        </strong>
        {corrections.length > 0 && ` · ${t.raw(figures.share(raw?.remainingShare ?? null))}`}
        {` · ${t.own} ${figures.share(own?.remainingShare ?? null)}`}
      </p>
      {targets.length > 1 && (
        <p className={classes.soft}>
          {t.targets}:{' '}
          {targets
            .map(({ from, target }) =>
              [figures.target(target), from === null ? '' : t.since(exact(from))]
                .filter(Boolean)
                .join(' '),
            )
            .join(' → ')}
        </p>
      )}
    </>
  );
}

/** What was decided and what is to be done. */
function Settled({ slo, month }: SloInReviewProps) {
  const t = useReviewWords();
  const me = useMe();
  const [asking, setAsking] = useState<'slo.review-decide' | 'slo.review-action' | null>(null);
  const may = reaches(me, 'member');
  const { decision, actions } = slo;
  return (
    <>
      <Part title={t.decision}>
        {decision === null ? (
          <p className={classes.soft}>{t.noDecision}</p>
        ) : (
          <Decision decision={decision} />
        )}
        {may && (
          <Button
            className={classes.unprinted}
            variant="default"
            size="compact-md"
            onClick={() => setAsking('slo.review-decide')}
          >
            {decision === null ? t.decide : t.decideAgain}
          </Button>
        )}
      </Part>
      <Part title={t.actions}>
        {actions.length === 0 && <p className={classes.soft}>{t.noActions}</p>}
        <ActionList actions={actions} />
        {may && (
          <Button
            className={classes.unprinted}
            variant="default"
            size="compact-md"
            onClick={() => setAsking('slo.review-action')}
          >
            {t.act}
          </Button>
        )}
      </Part>
      {asking !== null && (
        <AskDialog verb={asking} slo={slo} month={month} onClose={() => setAsking(null)} />
      )}
    </>
  );
}

function Decision({ decision }: { readonly decision: NonNullable<SloReview['decision']> }) {
  const t = useReviewWords();
  const { person, exact } = useSay();
  const { count } = useFigures();
  const { text, by, at, basis, changedSince } = decision;
  return (
    <>
      <blockquote className={classes.quote}>{text}</blockquote>
      <p className={classes.soft}>
        {t.decided(person(by), exact(at))} · {t.basis(count(basis.bad), count(basis.total))}
      </p>
      {changedSince && <p className={classes.warning}>▲ {t.changed}</p>}
    </>
  );
}
