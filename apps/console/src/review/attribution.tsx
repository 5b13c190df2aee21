import type { ReviewCause, SloReview } from '@sekisho/contract';
import { causeNames, causeTitle } from '@sekisho/words/slo';
import { useSay } from '../shared/say.ts';
import table from '../shared/table.module.css';
import { Table } from '../shared/table.tsx';
import { useFigures } from '../slo/figures.ts';
import classes from './review.module.css';
import { useReviewWords } from './use-review-words.ts';

type Facts = NonNullable<SloReview['attribution']>;

/** Where the bad events of a month went: a bar of all of them, and each cause with its arithmetic. */
export function Attribution({ attribution }: { readonly attribution: Facts }) {
  const t = useReviewWords();
  const { language } = useSay();
  const figures = useFigures();
  const { causes, unexplained, unexplainedShare, paged, assumed, bad, cut } = attribution;
  if (bad + assumed === 0) return <p>{t.nothingBad}</p>;
  const heads = [t.what, t.when, ...[t.bad, t.ofBudget, t.touched].map(figure)];
  return (
    <>
      <Bar attribution={attribution} />
      <Table label={t.went} heads={heads} testid="attribution">
        {causes.map((cause) => (
          <Row key={`${cause.kind}${cause.id}`} cause={cause} />
        ))}
        <tr>
          <td className={classes.cause}>
            <Swatch kind="unexplained" /> {causeNames.unexplained[language]}
          </td>
          <td>{paged > 0 && t.pagedPart(figures.count(paged))}</td>
          <td className={table.figure}>{figures.count(unexplained)}</td>
          <td className={table.figure}>{figures.share(unexplainedShare)}</td>
          <td />
        </tr>
        {assumed > 0 && (
          <tr>
            <td>{t.assumed}</td>
            <td />
            <td className={table.figure}>{figures.count(assumed)}</td>
            <td />
            <td />
          </tr>
        )}
      </Table>
      {cut && <p className={classes.warning}>▲ {t.cut}</p>}
      <Stretches attribution={attribution} />
    </>
  );
}

const figure = (text: string) => ({ text, figure: true as const });

function Row({ cause }: { readonly cause: ReviewCause }) {
  const { language, exact, person } = useSay();
  const figures = useFigures();
  return (
    <tr>
      <td className={classes.cause}>
        <Swatch kind={cause.kind} /> {causeNames[cause.kind][language]}:{' '}
        {causeTitle(cause, language)}
        {cause.who !== null && <small> {person(cause.who)}</small>}
      </td>
      <td className={classes.span}>
        {exact(cause.from)} – {exact(cause.to)}
      </td>
      <td className={table.figure}>{figures.count(cause.bad)}</td>
      <td className={table.figure}>{figures.share(cause.budgetShare)}</td>
      <td className={table.figure}>{figures.count(cause.touched)}</td>
    </tr>
  );
}

type Kind = ReviewCause['kind'] | 'unexplained';

function Swatch({ kind }: { readonly kind: Kind }) {
  return <span className={classes.swatch} data-kind={kind} aria-hidden="true" />;
}

/** All that was bad, one part for each kind of cause; the table below says the same in figures. */
function Bar({ attribution }: { readonly attribution: Facts }) {
  const { causes, unexplained, bad } = attribution;
  const kinds = ['incident', 'deploy', 'operation', 'lease'] as const;
  const parts: readonly (readonly [Kind, number])[] = [
    ...kinds.map((kind) => {
      const some = causes.filter((cause) => cause.kind === kind);
      return [kind, some.reduce((sum, one) => sum + one.bad, 0)] as const;
    }),
    ['unexplained', unexplained],
  ];
  return (
    <div className={classes.bar} aria-hidden="true">
      {parts
        .filter(([, part]) => part > 0)
        .map(([kind, part]) => (
          <span
            key={kind}
            className={classes.part}
            data-kind={kind}
            style={{ width: `${(part / Math.max(bad, 1)) * 100}%` }}
          />
        ))}
    </div>
  );
}

function Stretches({ attribution: { stretches } }: { readonly attribution: Facts }) {
  const t = useReviewWords();
  const { exact } = useSay();
  const { count } = useFigures();
  if (stretches.length === 0) return null;
  return (
    <details className={classes.stretches}>
      <summary>{t.stretches}</summary>
      <ul>
        {stretches.map(({ from, to, bad }) => (
          <li key={from}>
            {exact(from)} – {exact(to)}: {count(bad)}
          </li>
        ))}
      </ul>
    </details>
  );
}
