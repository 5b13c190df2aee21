import type { SloReview } from '@sekisho/contract';
import { useSay } from '../shared/say.ts';
import { useFigures } from '../slo/figures.ts';
import { useReviewWords } from './use-review-words.ts';

/** Minutes that were taken out, by whom and why, and what that changed. */
export function Corrections({ corrections }: Pick<SloReview, 'corrections'>) {
  const t = useReviewWords();
  const { exact, person, people } = useSay();
  const { count, minutes } = useFigures();
  return (
    <ul>
      {corrections.map(({ id, from, to, why, who, agreedBy, bad, minutes: length }) => (
        <li key={id}>
          {exact(from)} – {exact(to)}: {t.taken(count(bad), minutes(length))} — {why} (
          {t.asked(person(who), people(agreedBy.split(', ')))})
        </li>
      ))}
    </ul>
  );
}

/** What fired, who looked after it, and what it was. */
export function Pages({ pages }: Pick<SloReview, 'pages'>) {
  const t = useReviewWords();
  const { t: ui, exact, person } = useSay();
  const seenBy = ({ acknowledgedBy, acknowledgedAt, untold }: SloReview['pages'][number]) => {
    if (acknowledgedBy !== null && acknowledgedAt !== null)
      return t.seen(person(acknowledgedBy), exact(acknowledgedAt));
    return untold === null ? t.unseen : t.untold;
  };
  return (
    <ul>
      {pages.map((page) => (
        <li key={page.id}>
          {ui.slo.severities[page.severity]} {exact(page.firedAt)}
          {page.resolvedAt !== null && ` – ${exact(page.resolvedAt)}`} · {seenBy(page)} ·{' '}
          {page.incident ?? t.noIncident} <code>{page.id}</code>
        </li>
      ))}
    </ul>
  );
}
