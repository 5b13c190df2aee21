import type { InputOf, SloDetail } from '@sekisho/contract';
import { ChoiceFilter, useSetFilter } from '../shared/filters.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Section, Waiting } from '../shared/section.tsx';
import { useVerb } from '../shared/use-verb.ts';
import { BudgetCurve } from './charts/budget-curve.tsx';
import { BurnStrip } from './charts/burn-strip.tsx';
import { GoodBad } from './charts/good-bad.tsx';
import { HistoryTable } from './charts/history-table.tsx';
import { NotesUnder } from './charts/notes-under.tsx';
import { LanesUnder } from './lanes-under.tsx';
import { spanChoices } from './search.ts';
import classes from './slo.module.css';

interface DrawingsProps {
  readonly slo: SloDetail;
  readonly span: (typeof spanChoices)[number];
}

/** How it went: the budget, what burned it, and under them, on the same axis, who had what. */
export function Drawings({ slo, span }: DrawingsProps) {
  const { t } = useSay();
  const set = useSetFilter();
  const history = useVerb('slo.history', inputOf(slo.id, span), {
    keepPrevious: true,
    every: 60_000,
  });
  const labels = { '24h': t.slo.over24, '7d': t.slo.over7, window: t.slo.overWindow };
  const choices = spanChoices.map((value) => ({ value, label: labels[value] }));
  const choose = (
    <ChoiceFilter
      label={t.slo.span}
      all={false}
      choices={choices}
      value={span}
      onChange={set('span')}
    />
  );
  const { data, error } = history;
  return (
    <Section title={t.slo.whatHappened} aside={choose}>
      {error && <ProblemNote error={error} retry={() => void history.refetch()} />}
      {!data && !error && <Waiting lines={2} height={200} />}
      {data && data.points.length === 0 && <p className={classes.soft}>{t.sloCharts.nothing}</p>}
      {data && data.points.length > 0 && (
        <div className={classes.drawings}>
          <BudgetCurve history={data} together={slo.id} />
          <GoodBad history={data} together={slo.id} />
          <BurnStrip history={data} target={slo.target} />
          <NotesUnder service={slo.service} from={data.from} to={data.to} />
          <LanesUnder from={data.from} to={data.to} />
          <p className={classes.hint}>{t.sloCharts.hint}</p>
          <HistoryTable history={data} />
        </div>
      )}
    </Section>
  );
}

function inputOf(id: string, span: DrawingsProps['span']): InputOf<'slo.history'> {
  return { id, points: 1440, ...(span === 'window' ? {} : { from: span }) };
}
