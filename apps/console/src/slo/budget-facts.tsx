import type { SloDetail } from '@sekisho/contract';
import { useSay } from '../shared/say.ts';
import { Section } from '../shared/section.tsx';
import { useNow } from '../shared/use-now.ts';
import { BudgetBar } from './budget-bar.tsx';
import { useFigures } from './figures.ts';
import classes from './slo.module.css';
import { StateOfSlo } from './state.tsx';

/** The figures that matter, and what they mean in sentences. */
export function BudgetFactsOf({ slo }: { readonly slo: SloDetail }) {
  const { t } = useSay();
  const figures = useFigures();
  const lines = useSentences(slo);
  return (
    <Section title={t.slo.budget} aside={<StateOfSlo state={slo.state} shadow={slo.shadow} />}>
      <dl className={classes.lead}>
        <div>
          <dt>{t.slo.budget}</dt>
          <dd>
            {figures.share(slo.remainingShare)}
            <BudgetBar share={slo.remainingShare} />
          </dd>
        </div>
        <Fact name={t.slo.sli} value={figures.sli(slo.sli)} />
        <Fact
          name={t.slo.target}
          value={figures.target(slo.target)}
          beside={figures.window(slo.window)}
        />
        <Fact name={t.slo.burn} value={slo.burn === null ? '–' : `${figures.burn(slo.burn)}×`} />
        <Fact name={t.slo.coverage} value={figures.share(slo.coverage)} />
      </dl>
      <ul className={classes.says}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}

interface FactProps {
  readonly name: string;
  readonly value: string;
  readonly beside?: string;
}

function Fact({ name, value, beside }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value}
        {beside && <small>{beside}</small>}
      </dd>
    </div>
  );
}

/** What the figures mean: how many more may fail, until when it lasts, how sure that is. */
function useSentences(slo: SloDetail): string[] {
  const { budget, raw, outlook, correctedMinutes, fileDiffers, window } = slo;
  const { t, relative } = useSay();
  const figures = useFigures();
  const now = useNow(30_000);
  const when = (iso: string) => relative(iso, now);
  const differs =
    fileDiffers === null
      ? []
      : [t.sloAgree.differs(figures.target(fileDiffers.file), figures.target(fileDiffers.agreed))];
  if (budget === null) return [t.slo.notJudged, ...differs];
  if (budget.total === 0 && (slo.coverage ?? 0) === 0) return [t.slo.notCounted, ...differs];
  const { remaining, allowed, frozen, full, asOf } = budget;
  const left =
    remaining < 0
      ? t.slo.over(figures.count(-remaining))
      : t.slo.left(figures.count(Math.floor(remaining)), figures.count(Math.floor(allowed)));
  const { spentAt = null, resetsAt = null, recoversAt = null } = outlook ?? {};
  return [
    ...(allowed > 0 ? [left] : []),
    ...(spentAt === null ? [] : [t.slo.spentAt(when(spentAt))]),
    ...(recoversAt === null ? [] : [t.slo.recoversAt(when(recoversAt))]),
    ...(resetsAt === null
      ? []
      : [t.slo[window.kind === 'rolling' ? 'wholeAt' : 'resetsAt'](when(resetsAt))]),
    ...(correctedMinutes > 0 && raw !== null
      ? [t.slo.rawBeside(figures.share(raw.remainingShare), figures.minutes(correctedMinutes))]
      : []),
    ...(full ? [] : [t.slo.partial]),
    ...(frozen ? [t.slo.frozen] : []),
    ...differs.map((line) => `▲ ${line}`),
    t.slo.judgedAsOf(when(asOf)),
  ];
}
