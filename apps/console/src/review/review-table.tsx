import type { SloReview } from '@sekisho/contract';
import { reviewGlyphs, reviewStateNames } from '@sekisho/words/slo';
import { useSay } from '../shared/say.ts';
import table from '../shared/table.module.css';
import { Table } from '../shared/table.tsx';
import { BudgetBar } from '../slo/budget-bar.tsx';
import { useFigures } from '../slo/figures.ts';
import classes from './review.module.css';
import { useReviewWords } from './use-review-words.ts';

/** A line for each SLO, the lowest budget first; the name leads down to what is known of it. */
export function ReviewTable({ slos }: { readonly slos: readonly SloReview[] }) {
  const words = useReviewWords();
  const { t } = useSay();
  const { budget, days28, days7, requests, measured } = words;
  const figures = [days28, days7, t.slo.sli, t.slo.target, requests, measured];
  const heads = [t.slo.state, t.slo.name, budget];
  const all = [...heads, ...figures.map((text) => ({ text, figure: true as const }))];
  return (
    <Table label={words.table} heads={all} testid="review-table">
      {slos.map((slo) => (
        <Row key={slo.id} slo={slo} />
      ))}
    </Table>
  );
}

function Row({ slo }: { readonly slo: SloReview }) {
  const { language } = useSay();
  const figures = useFigures();
  const { budget, days28, days7, traffic, state } = slo;
  const target = slo.targets.at(-1)?.target;
  return (
    <tr data-testid={`review-row-${slo.id}`}>
      <td className={classes.state}>
        <span aria-hidden="true">{reviewGlyphs[state]}</span> {reviewStateNames[state][language]}
      </td>
      <td className={classes.name}>
        <a href={`#${slo.id}`}>{slo.displayName ?? slo.id}</a>
        <small>{slo.service}</small>
      </td>
      <td className={classes.budget}>
        {figures.share(budget?.remainingShare ?? null)}
        <BudgetBar share={budget?.remainingShare ?? null} />
      </td>
      <td className={table.figure}>{figures.share(days28?.remainingShare ?? null)}</td>
      <td className={table.figure}>{figures.share(days7?.remainingShare ?? null)}</td>
      <td className={table.figure}>{figures.sli(budget?.sli ?? null)}</td>
      <td className={table.figure}>{target === undefined ? '–' : figures.target(target)}</td>
      <td className={table.figure}>{figures.count(traffic.good + traffic.bad)}</td>
      <td className={table.figure}>{figures.share(budget?.coverage.share ?? null)}</td>
    </tr>
  );
}
