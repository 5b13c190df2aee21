import { Link, useParams, useSearch } from '@tanstack/react-router';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Page, Section, Waiting } from '../shared/section.tsx';
import { useVerb } from '../shared/use-verb.ts';
import { Agreements } from './agree/agreements.tsx';
import { BudgetFactsOf } from './budget-facts.tsx';
import { ChangesSection } from './changes/changes-section.tsx';
import { CompareLink } from './compare/compare-link.tsx';
import { Drawings } from './drawings.tsx';
import { FactsOfSlo } from './facts-of-slo.tsx';
import { PageList } from './page-list.tsx';
import { PartsOfSlo } from './part-table.tsx';
import { ReplaySection } from './replay/replay-section.tsx';
import { spanOf } from './search.ts';
import classes from './slo.module.css';
import { TierTable } from './tier-table.tsx';

/** One promise: its budget, how it went, how fast it burns, and why anybody was woken. */
export function SloPage() {
  const { t } = useSay();
  const { id } = useParams({ from: '/slos/$id' });
  const span = spanOf(useSearch({ from: '/slos/$id' }));
  const slo = useVerb('slo.show', { id }, { every: 30_000 });
  if (!slo.data) {
    return (
      <Page title={id}>
        {slo.error && <ProblemNote error={slo.error} retry={() => void slo.refetch()} />}
        {slo.error ? <Link to="/slos">{t.slo.title}</Link> : <Waiting lines={3} height={140} />}
      </Page>
    );
  }
  const { displayName, description, service } = slo.data;
  return (
    <Page
      title={displayName ?? id}
      lead={description ?? service}
      actions={<CompareLink service={service} />}
    >
      <div className={classes.columns}>
        <BudgetFactsOf slo={slo.data} />
        {slo.data.parts.length > 0 && <PartsOfSlo parts={slo.data.parts} />}
        <Drawings slo={slo.data} span={span} />
        <Section title={t.slo.pages}>
          <PageList pages={slo.data.pages} />
        </Section>
        {slo.data.tiers.length > 0 && (
          <Section title={t.slo.burning} plain>
            <TierTable tiers={slo.data.tiers} />
          </Section>
        )}
        {slo.data.changes && <ChangesSection changes={slo.data.changes} />}
        <ReplaySection slo={slo.data} />
        <Agreements slo={slo.data} />
        <Section title={t.slo.facts}>
          <FactsOfSlo slo={slo.data} />
        </Section>
      </div>
    </Page>
  );
}
