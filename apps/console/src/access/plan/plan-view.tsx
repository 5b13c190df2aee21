import type { PlanDiff, PlanSummary } from '@sekisho/terraform-plan';
import { countFacts } from '@sekisho/words/plan';
import { useMemo, useState } from 'react';
import { useSay } from '../../shared/say.ts';
import { Section } from '../../shared/section.tsx';
import { AttributeList } from './attribute-list.tsx';
import classes from './plan.module.css';
import { ResourceList } from './resource-list.tsx';
import { RiskList } from './risk-list.tsx';
import { usePlanWords } from './use-plan-words.ts';
import { worstBy } from './worst-by.ts';

export interface PlanProps {
  readonly summary: PlanSummary;
  readonly diff: PlanDiff;
}

/** Counts, risks, changes, outputs; drift folded away, for it is no part of what is approved. */
export function PlanView({ summary, diff }: PlanProps) {
  const t = usePlanWords();
  const { language } = useSay();
  const worst = useMemo(() => worstBy(summary.risks), [summary.risks]);
  return (
    <div className={classes.plan} data-testid="plan">
      <p className={classes.counts}>
        <strong>{countFacts(summary.counts, language).join(' · ')}</strong>{' '}
        <span className={classes.soft}>{t.madeBy(summary.toolVersion, summary.formatVersion)}</span>
      </p>
      <Section title={t.risks} plain>
        <RiskList summary={summary} />
      </Section>
      <Section title={t.changes} plain>
        {diff.resources.length === 0 ? (
          <p>{summary.empty ? t.nothing : t.noAttributes}</p>
        ) : (
          <ResourceList resources={diff.resources} worst={worst} withKeys />
        )}
      </Section>
      {diff.outputs.length > 0 && <Outputs outputs={diff.outputs} />}
      {diff.drift.length > 0 && <Drift drift={diff.drift} />}
    </div>
  );
}

function Outputs({ outputs }: { readonly outputs: PlanProps['diff']['outputs'] }) {
  const t = usePlanWords();
  return (
    <Section title={t.outputs} plain>
      {outputs.map(({ name, attributes, leftOut }) => (
        <div key={name} className={classes.output}>
          <AttributeList
            attributes={attributes.map((one) => ({
              ...one,
              path: one.path.replace(/^value/, () => name),
            }))}
            leftOut={leftOut}
          />
        </div>
      ))}
    </Section>
  );
}

const noRisks: ReadonlyMap<string, never> = new Map<string, never>();

function Drift({ drift }: { readonly drift: PlanProps['diff']['drift'] }) {
  const t = usePlanWords();
  const [open, setOpen] = useState(false);
  return (
    <details
      className={classes.drift}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      data-testid="drift"
    >
      <summary>{t.drift(String(drift.length))}</summary>
      <p className={classes.soft}>{t.driftMeans}</p>
      {open && <ResourceList resources={drift} worst={noRisks} />}
    </details>
  );
}
