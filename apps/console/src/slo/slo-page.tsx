import type { SloDetail } from '@sekisho/contract';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
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
import { type SloSearch, spanOf } from './search.ts';
import classes from './slo.module.css';
import { TierTable } from './tier-table.tsx';

/** One promise: its budget, how it went, how fast it burns, and why anybody was woken. */
export function SloPage() {
  const { t } = useSay();
  const { id } = useParams({ from: '/slos/$id' });
  const search = useSearch({ from: '/slos/$id' });
  const slo = useVerb('slo.show', { id }, { every: 30_000 });
  const problem = slo.error && <ProblemNote error={slo.error} retry={() => void slo.refetch()} />;
  if (!slo.data) {
    return (
      <Page title={id}>
        {problem}
        {slo.error ? <Link to="/slos">{t.slo.title}</Link> : <Waiting lines={3} height={140} />}
      </Page>
    );
  }
  return <OneSlo key={slo.data.id} slo={slo.data} search={search} problem={problem} />;
}

interface OneSloProps {
  readonly slo: SloDetail;
  readonly search: SloSearch;
  /** Why what is shown is no longer asked for again; null while it is. */
  readonly problem: ReactNode;
}

function OneSlo({ slo, search, problem }: OneSloProps) {
  const { t } = useSay();
  const { id, displayName, description, service } = slo;
  // As it was when the page was opened: nothing moves under who reads it.
  const [rings] = useState(() => slo.pages.some(isOpen));
  const pages = (
    <Section title={t.slo.pages}>
      <PageList slo={slo} />
    </Section>
  );
  return (
    <Page
      title={displayName ?? id}
      lead={description ?? service}
      actions={<CompareLink service={service} />}
    >
      <div className={classes.columns}>
        {problem}
        <BudgetFactsOf slo={slo} />
        {/* At 3 a.m. what rings comes before the drawings. */}
        {rings && pages}
        {slo.parts.length > 0 && <PartsOfSlo parts={slo.parts} />}
        <Drawings slo={slo} span={spanOf(search)} />
        {!rings && pages}
        {slo.tiers.length > 0 && (
          <Section title={t.slo.burning} plain>
            <TierTable tiers={slo.tiers} />
          </Section>
        )}
        {slo.changes && <ChangesSection changes={slo.changes} />}
        <ReplaySection slo={slo} />
        <Agreements slo={slo} />
        <Section title={t.slo.facts}>
          <FactsOfSlo slo={slo} />
        </Section>
      </div>
    </Page>
  );
}

/** Somebody was told of it, and it is not over. */
function isOpen({ resolvedAt, untold }: SloDetail['pages'][number]): boolean {
  return resolvedAt === null && untold === null;
}
