import { Button } from '@mantine/core';
import type { PlanSummary, Risk } from '@sekisho/terraform-plan';
import { riskText, severityGlyphs, severityNames } from '@sekisho/words/plan';
import { useState } from 'react';
import { useSay } from '../../shared/say.ts';
import classes from './plan.module.css';
import { usePlanWords } from './use-plan-words.ts';

const atFirst = 12;

/** Risks, the worst first; some at first, all on demand. */
export function RiskList({ summary }: { readonly summary: PlanSummary }) {
  const t = usePlanWords();
  const [all, setAll] = useState(false);
  const { risks, riskCounts } = summary;
  if (risks.length === 0) return <p>{t.noRisks}</p>;
  // A danger is never folded away.
  const most = Math.max(atFirst, risks.filter(({ severity }) => severity === 'danger').length);
  const shown = all ? risks : risks.slice(0, most);
  const total = riskCounts.danger + riskCounts.warning + riskCounts.note;
  const unlisted = total - shown.length;
  return (
    <>
      <ul className={classes.risks} data-testid="risks">
        {shown.map((risk) => (
          <RiskItem key={keyOf(risk)} risk={risk} />
        ))}
      </ul>
      {unlisted > 0 && all && <p className={classes.soft}>{t.moreRisks(String(unlisted))}</p>}
      {risks.length > most && (
        <Button variant="default" size="compact-md" onClick={() => setAll(!all)}>
          {all ? t.lessRisks : t.moreRisks(String(unlisted))}
        </Button>
      )}
    </>
  );
}

function RiskItem({ risk }: { readonly risk: Risk }) {
  const t = usePlanWords();
  const { language } = useSay();
  const { severity, address } = risk;
  return (
    <li className={classes.risk} data-severity={severity}>
      <span className={classes.severity}>
        <span aria-hidden="true">{severityGlyphs[severity]}</span>{' '}
        {severityNames[severity][language]}
      </span>
      <span>
        <code>{address === '' ? t.whole : address}</code> {riskText(risk, language)}
      </span>
    </li>
  );
}

function keyOf({ code, address, facts }: Risk): string {
  return JSON.stringify([code, address, facts]);
}
