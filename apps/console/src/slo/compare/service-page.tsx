import type { InputOf } from '@sekisho/contract';
import { viewNames } from '@sekisho/words/slo';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { ButtonLink } from '../../shared/button-link.tsx';
import { ChoiceFilter, useSetFilter } from '../../shared/filters.tsx';
import { ProblemNote } from '../../shared/problem-note.tsx';
import { useSay } from '../../shared/say.ts';
import { Empty, Page, Section, Waiting } from '../../shared/section.tsx';
import table from '../../shared/table.module.css';
import { Table } from '../../shared/table.tsx';
import { useVerb } from '../../shared/use-verb.ts';
import charts from '../charts/charts.module.css';
import { useFigures } from '../figures.ts';
import { spanOf } from '../search.ts';
import classes from '../slo.module.css';
import { PairCard } from './pair-card.tsx';
import { useWords } from './use-words.ts';
import { type SloViews, viewRows } from './view-columns.ts';
import { ViewPlots } from './view-plots.tsx';
import { ViewStrip } from './view-strip.tsx';
import { ViewTable } from './view-table.tsx';

const every = 300_000;

/** One service from all places that it is looked at from: on one axis, with the gaps between them. */
export function ServicePage() {
  const words = useWords();
  const { t } = useSay();
  const { service } = useParams({ from: '/services/$service' });
  const span = spanOf(useSearch({ from: '/services/$service' }));
  const views = useVerb('slo.views', inputOf(service, span), { keepPrevious: true, every });
  const { data, error } = views;
  const actions = (
    <ButtonLink to="/slos" search={{ service }} variant="default">
      {t.slo.title}
    </ButtonLink>
  );
  return (
    <Page title={words.title(data?.displayName ?? service)} lead={words.lead} actions={actions}>
      {error && <ProblemNote error={error} retry={() => void views.refetch()} />}
      {error && !data && <Link to="/slos">{t.slo.title}</Link>}
      {!data && !error && <Waiting lines={3} height={140} />}
      {data && data.views.length === 0 && <Empty text={words.none} />}
      {data && data.views.length > 0 && <Compared answer={data} span={span} />}
    </Page>
  );
}

interface ComparedProps {
  readonly answer: SloViews;
  readonly span: ReturnType<typeof spanOf>;
}

function Compared({ answer, span }: ComparedProps) {
  const words = useWords();
  const { t } = useSay();
  const set = useSetFilter();
  const labels = { '24h': t.slo.over24, '7d': t.slo.over7, window: words.month };
  const choices = Object.entries(labels).map(([value, label]) => ({ value, label }));
  const choose = (
    <ChoiceFilter
      label={t.slo.span}
      all={false}
      choices={choices}
      value={span}
      onChange={set('span')}
    />
  );
  return (
    <div className={classes.columns}>
      <Section title={words.whole} plain>
        <ViewTable views={answer.views} />
      </Section>
      <Section title={words.overTime} aside={choose}>
        <div className={classes.drawings}>
          <ViewPlots answer={answer} />
          {answer.views.map((view) => (
            <ViewStrip key={view.view} view={view} />
          ))}
          <p className={classes.hint}>{t.sloCharts.hint}</p>
          <SharesTable answer={answer} />
        </div>
      </Section>
      {answer.pairs.length === 0 && <Empty text={words.one} />}
      {answer.pairs.map((pair) => (
        <PairCard key={`${pair.near} ${pair.far}`} pair={pair} />
      ))}
      {answer.pairs.length > 0 && <p className={classes.soft}>{words.aboutBad}</p>}
    </div>
  );
}

/** What is drawn, to be read. */
function SharesTable({ answer }: { readonly answer: SloViews }) {
  const words = useWords();
  const { t, language, exact } = useSay();
  const figures = useFigures();
  const heads = [
    t.sloCharts.at,
    ...answer.views.map(({ view }) => ({ text: viewNames[view][language], figure: true as const })),
  ];
  return (
    <details className={charts.table}>
      <summary>{words.table}</summary>
      <Table label={words.table} heads={heads}>
        {viewRows(answer).map(({ at, shares }) => (
          <tr key={at}>
            <td className={table.nowrap}>{exact(at)}</td>
            {shares.map((share, index) => (
              <td key={answer.views[index]?.view} className={table.figure}>
                {figures.chance(share)}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </details>
  );
}

/** What to ask the server for: always by the hour, which thirty days still are few enough of. */
function inputOf(service: string, span: ComparedProps['span']): InputOf<'slo.views'> {
  return { service, by: 'hour', from: span === 'window' ? '30d' : span };
}
