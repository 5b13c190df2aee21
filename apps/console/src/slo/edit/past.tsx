import { Button } from '@mantine/core';
import type { PreviewedSlo } from '@sekisho/contract';
import { agreedHoldsText, editorWordsIn, previewNotes } from '@sekisho/words/slo';
import { formatMoment } from '@sekisho/words/time';
import { useMemo } from 'react';
import { timeZone } from '../../shared/moments.ts';
import { useSay } from '../../shared/say.ts';
import { useFigures } from '../figures.ts';
import { FiringTable } from '../replay/firing-table.tsx';
import { ReplayCurve } from '../replay/replay-curve.tsx';
import slo from '../slo.module.css';
import classes from './edit.module.css';

interface PastProps {
  readonly of: PreviewedSlo;
  /** Whether the server is being asked already. */
  readonly waits: boolean;
  readonly onAgain: () => void;
}

/** What one SLO of a draft would have shown and told, or why that is not known. */
export function Past({ of, waits, onAgain }: PastProps) {
  const { language } = useSay();
  const figures = useFigures();
  const { id, displayName, shown, target, agreedTarget } = of;
  const share = (percent: number) => figures.target(percent / 100);
  return (
    <article className={[slo.drawings, classes.past].join(' ')} aria-label={displayName ?? id}>
      <div>
        <strong>{displayName ?? id}</strong>{' '}
        <span className={slo.soft}>
          {share(target)} · {figures.window(of.window)} · {of.source}
        </span>
        {previewNotes(of, language).map((note) => (
          <p key={note} className={slo.soft}>
            {note}
          </p>
        ))}
        {(of.trouble !== null || of.basis === 'busy') && (
          <Button size="xs" variant="default" loading={waits} onClick={onAgain}>
            {editorWordsIn(language).askAgain}
          </Button>
        )}
        {agreedTarget !== null && (
          <p>▲ {agreedHoldsText(share(target), share(agreedTarget), id, language)}</p>
        )}
      </div>
      {shown !== null && <Shown shown={shown} target={target} />}
    </article>
  );
}

interface ShownProps {
  readonly shown: NonNullable<PreviewedSlo['shown']>;
  readonly target: number;
}

function Shown({ shown, target }: ShownProps) {
  const { t, language } = useSay();
  const words = editorWordsIn(language);
  const figures = useFigures();
  // Days are named although it is today's: the span is weeks long.
  const day = (iso: string) =>
    formatMoment(new Date(iso), { language, timeZone, now: new Date(), withDay: true });
  const { from, to, budget, curve, candidate } = shown;
  const drawn = useMemo(() => ({ curve, incidents: [] }), [curve]);
  const facts = [
    [t.slo.sli, figures.sli(budget?.sli ?? null)],
    [words.pages, figures.count(candidate.pages.length)],
    [words.tickets, figures.count(candidate.tickets.length)],
    [words.budgetLeft, figures.share(candidate.remainingShare)],
    [words.lowest, figures.share(candidate.lowestShare)],
    [t.slo.coverage, figures.share(budget?.coverage.share ?? null)],
  ] as const;
  return (
    <>
      <p className={slo.soft}>{words.over(day(from), day(to))}</p>
      <dl className={slo.lead}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ReplayCurve replay={drawn} target={target} candidate={candidate} />
      <FiringTable candidate={candidate} />
    </>
  );
}
