import { useMemo } from 'react';
import { useSay } from '../../shared/say.ts';
import { useFigures } from '../figures.ts';
import { columnsOf, type SloHistory, sumsOf } from './history-columns.ts';
import { axisWidth, commonOptions } from './plot-options.ts';
import { TimePlot } from './time-plot.tsx';
import { useColours } from './use-colours.ts';

interface DrawnHistory {
  readonly history: SloHistory;
  /** Names the page's drawings that move together. */
  readonly together: string;
}

/** What was left of the error budget, minute by minute; below nought it was overspent. */
export function BudgetCurve({ history, together }: DrawnHistory) {
  const { t, language } = useSay();
  const colours = useColours();
  const figures = useFigures();
  const columns = useMemo(() => columnsOf(history), [history]);
  const { bands, marks, corrected } = columns;
  const options = useMemo(() => {
    const words = t.sloCharts;
    const value = (_: unknown, percent: number | null) =>
      figures.share(percent === null ? null : percent / 100);
    const left = {
      label: words.budget,
      stroke: colours.kind,
      fill: colours.kindSoft,
      width: 2,
      value,
    };
    const raw = { label: words.raw, stroke: colours.soft, width: 1, dash: [4, 4], value };
    return commonOptions(
      { colours, bands, marks, together, language, moment: words.at },
      {
        series: corrected ? [left, raw] : [left],
        scales: { y: { range: (_, least, most) => [Math.min(least, 0) - 2, Math.max(most, 100)] } },
        valueAxes: [{ size: axisWidth, values: (_, splits) => splits.map((each) => `${each}%`) }],
      },
    );
  }, [t, language, figures, colours, bands, marks, corrected, together]);
  const data = useMemo(
    () => [columns.times, columns.remaining, ...(columns.corrected ? [columns.raw] : [])] as never,
    [columns],
  );
  const { first, last, lowest } = sumsOf(history);
  const [begins, ends, least] = [first, last, lowest].map(figures.share);
  const summary =
    first === null
      ? t.sloCharts.nothing
      : t.sloCharts.budgetSummary(begins ?? '', ends ?? '', least ?? '');
  return <TimePlot caption={t.sloCharts.budget} {...{ summary, options, data }} height={220} />;
}
