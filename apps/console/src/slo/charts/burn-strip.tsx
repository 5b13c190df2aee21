import { useMemo } from 'react';
import { useSay } from '../../shared/say.ts';
import { percentText } from './budget-curve.tsx';
import classes from './charts.module.css';
import { type SloHistory, stripOf, sumsOf } from './history-columns.ts';

interface BurnStripProps {
  readonly history: SloHistory;
  /** Share of good that is promised: a stretch is darkest where its errors are ten times what that allows. */
  readonly target: number;
}

/** One thin strip of an SLO: dark where its budget burned, dashed where nobody measured. */
export function BurnStrip({ history, target }: BurnStripProps) {
  const { t, language } = useSay();
  const stretches = useMemo(() => stripOf(history, 10 * (1 - target)), [history, target]);
  const { measured } = sumsOf(history);
  const summary = t.sloCharts.coverageSummary(percentText(measured * 100, language));
  return (
    <div>
      <p className={classes.caption}>
        <span>{t.sloCharts.strip}</span>
        <span>{summary}</span>
      </p>
      <svg
        className={classes.strip}
        viewBox="0 0 1000 14"
        preserveAspectRatio="none"
        role="img"
        aria-label={`${t.sloCharts.strip}. ${summary}`}
      >
        {stretches.map(({ kind, x, width, weight }) => (
          <rect
            key={x}
            className={classes[kind]}
            x={x * 1000}
            width={width * 1000}
            height="14"
            opacity={kind === 'burned' ? 0.25 + 0.75 * weight : 1}
          />
        ))}
      </svg>
    </div>
  );
}
