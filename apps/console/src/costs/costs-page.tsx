import { useSearch } from '@tanstack/react-router';
import { AskLink } from '../shared/ask-link.tsx';
import { ChoiceFilter, Filters, useSetFilter } from '../shared/filters.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Empty, Page, Waiting } from '../shared/section.tsx';
import table from '../shared/table.module.css';
import { Table } from '../shared/table.tsx';
import { useVerb } from '../shared/use-verb.ts';
import classes from './costs.module.css';
import { weekChoices, weeksOf } from './search.ts';
import { barsOf, totalsOf, type Week } from './totals.ts';

/** What servers cost week by week, and what taking them back on time saved. */
export function CostsPage() {
  const { t } = useSay();
  const asked = weeksOf(useSearch({ from: '/costs' }));
  const set = useSetFilter();
  const costs = useVerb('ops.cost', { weeks: asked }, { keepPrevious: true });
  const choices = weekChoices.map((value) => ({
    value,
    label: t.costs.lastWeeks(Number(value)),
  }));
  const weeks = costs.data ?? [];
  return (
    <Page title={t.costs.title} lead={t.costs.lead}>
      <Filters>
        <ChoiceFilter
          label={t.costs.weeks}
          choices={choices}
          all={false}
          value={String(asked)}
          onChange={set('weeks')}
        />
      </Filters>
      {costs.error && <ProblemNote error={costs.error} retry={() => void costs.refetch()} />}
      {!costs.data && !costs.error && <Waiting lines={5} height={36} />}
      {costs.data && weeks.length === 0 && <Empty text={t.costs.none} action={<AskLink />} />}
      {weeks.length > 0 && <Sums weeks={weeks} />}
      {weeks.length > 0 && <Weeks weeks={weeks} />}
    </Page>
  );
}

/** The two figures that matter, and what they leave out. */
function Sums({ weeks }: { readonly weeks: readonly Week[] }) {
  const { t, dollars } = useSay();
  const { spent, saved, unpriced } = totalsOf(weeks);
  return (
    <div data-testid="cost-sums">
      <p className={classes.sums}>
        <span>
          <span className={classes.spent} aria-hidden="true" />
          {t.costs.spent(dollars(spent))}
        </span>
        <strong>
          <span className={classes.saved} aria-hidden="true" />
          {t.costs.saved(dollars(saved))}
        </strong>
      </p>
      <p className={classes.means}>
        {t.costs.savedMeans} {unpriced > 0 && t.costs.unpricedMeans(unpriced)}
      </p>
    </div>
  );
}

function Weeks({ weeks }: { readonly weeks: readonly Week[] }) {
  const { t, language, dollars } = useSay();
  const { costs } = t;
  const figure = (text: string) => ({ text, figure: true as const });
  const heads = [
    costs.week,
    ...[costs.leases, costs.hours, costs.spentHead, costs.savedHead].map(figure),
    `${costs.spentHead} / ${costs.savedHead}`,
  ];
  const hours = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return (
    <Table label={costs.title} heads={heads} testid="costs">
      {weeks.map((week) => (
        <tr key={week.week}>
          <td className={table.nowrap}>{week.week}</td>
          <td className={table.figure}>{week.leases}</td>
          <td className={table.figure}>{hours.format(week.hours)}</td>
          <td className={table.figure}>{dollars(week.spent)}</td>
          <td className={table.figure}>{dollars(week.saved)}</td>
          <td className={classes.drawn}>
            <WeekBar {...barsOf(week, weeks)} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** Solid: spent. Outlined: what would have been spent more. */
function WeekBar({ spent, saved }: { readonly spent: number; readonly saved: number }) {
  return (
    <div className={classes.bar} aria-hidden="true">
      <span className={classes.spent} style={{ width: `${spent * 100}%` }} />
      <span className={classes.saved} style={{ width: `${saved * 100}%` }} />
    </div>
  );
}
