import { useMemo } from 'react';
import { useSay } from '../../shared/say.ts';
import { useFigures } from '../figures.ts';
import classes from './charts.module.css';
import { type SloHistory, stripOf, sumsOf } from './history-columns.ts';
import { Strip } from './strip.tsx';

interface BurnStripProps {
  readonly history: SloHistory;
  /** Share of good that is promised: a stretch is darkest where its errors are ten times what that allows. */
  readonly target: number;
}

/** One thin strip of an SLO: dark where its budget burned, dashed where nobody measured. */
export function BurnStrip({ history, target }: BurnStripProps) {
  const { t } = useSay();
  const figures = useFigures();
  const stretches = useMemo(() => stripOf(history, 10 * (1 - target)), [history, target]);
  const { measured } = sumsOf(history);
  const summary = t.sloCharts.coverageSummary(figures.share(measured));
  return (
    <div>
      <p className={classes.caption}>
        <span>{t.sloCharts.strip}</span>
        <span>{summary}</span>
      </p>
      <Strip stretches={stretches} label={`${t.sloCharts.strip}. ${summary}`} />
    </div>
  );
}
