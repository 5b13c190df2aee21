import type { SloSummary } from '@sekisho/contract';
import { useMemo } from 'react';
import { useSay } from '../shared/say.ts';
import { useVerb } from '../shared/use-verb.ts';
import { type SloHistory, stripOf, sumsOf } from '../slo/charts/history-columns.ts';
import { Strip } from '../slo/charts/strip.tsx';
import { useFigures } from '../slo/figures.ts';
import classes from './now-slos.module.css';
import { lanesSpan } from './span.ts';

interface NowStripProps {
  readonly slo: SloSummary;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Where the budget burned in the hours of the lanes above, on their axis. */
export function NowStrip({ slo, now }: NowStripProps) {
  const { t } = useSay();
  const figures = useFigures();
  const asked = { id: slo.id, from: '12h', points: 240 };
  const { data } = useVerb('slo.history', asked, { keepPrevious: true, every: 60_000 });
  const stretches = useMemo(
    () => (data === undefined ? [] : stripOf(data, 10 * (1 - slo.target))),
    [data, slo.target],
  );
  if (data === undefined || data.points.length === 0) return <div className={classes.track} />;
  const { bad, total, measured } = sumsOf(data);
  const said = [
    t.sloCharts.eventsSummary(figures.count(bad), figures.count(total)),
    t.sloCharts.coverageSummary(figures.share(measured)),
  ];
  const label = `${t.sloCharts.strip}: ${slo.displayName ?? slo.id}. ${said.join(' ')}`;
  return (
    <div className={classes.track}>
      <Strip stretches={stretches} label={label} place={placeOf(data, now)} />
    </div>
  );
}

/** Where its hours lie among those of the lanes. */
function placeOf({ from, to }: SloHistory, now: number) {
  const span = lanesSpan(now);
  const share = (iso: string) =>
    Math.min(Math.max((Date.parse(iso) - span.from) / (span.to - span.from), 0), 1) * 100;
  return { marginInlineStart: `${share(from)}%`, width: `${share(to) - share(from)}%` };
}
