import { useMemo } from 'react';
import uPlot from 'uplot';
import { useSay } from '../../shared/say.ts';
import { percentText } from './budget-curve.tsx';
import { columnsOf, type SloHistory, sumsOf } from './history-columns.ts';
import { commonOptions } from './plot-options.ts';
import { TimePlot } from './time-plot.tsx';
import { useColours } from './use-colours.ts';

interface DrawnHistory {
  readonly history: SloHistory;
  readonly together: string;
}

/** How much there was, and what share of it was bad: a small share of much and a large one of little are told apart. */
export function GoodBad({ history, together }: DrawnHistory) {
  const { t, language } = useSay();
  const colours = useColours();
  const columns = useMemo(() => columnsOf(history), [history]);
  const { bands, marks } = columns;
  const options = useMemo(() => {
    const words = t.sloCharts;
    const count = new Intl.NumberFormat(language, {
      maximumFractionDigits: 1,
      notation: 'compact',
    });
    const bars = uPlot.paths.bars?.({ size: [1, 100], align: -1 });
    return commonOptions(
      { colours, bands, marks, together, language },
      {
        series: [
          {
            ...{
              label: words.total,
              scale: 'y',
              stroke: colours.kind,
              fill: colours.kindSoft,
              width: 1,
            },
            value: (_, each) => (each === null ? '–' : count.format(each)),
            points: { show: false },
          },
          {
            ...{
              label: words.badShare,
              scale: 'share',
              stroke: colours.bad,
              fill: colours.bad,
              width: 0,
            },
            value: (_, share) => percentText(share, language),
            points: { show: false },
            ...(bars === undefined ? {} : { paths: bars }),
          },
        ],
        scales: {
          y: { range: (_, __, most) => [0, Math.max(most, 1)] },
          share: { range: (_, __, most) => [0, Math.min(Math.max(most * 1.1, 1), 100)] },
        },
        valueAxes: [
          { scale: 'y', size: 56, values: (_, splits) => splits.map((each) => count.format(each)) },
          {
            ...{ scale: 'share', side: 1, size: 56, grid: { show: false }, stroke: colours.bad },
            values: (_, splits) => splits.map((each) => `${each}%`),
          },
        ],
      },
    );
  }, [t, language, colours, bands, marks, together]);
  const data = useMemo(() => [columns.times, columns.total, columns.badShare] as never, [columns]);
  const { bad, total } = sumsOf(history);
  const number = new Intl.NumberFormat(language);
  const summary = t.sloCharts.eventsSummary(number.format(bad), number.format(total));
  return <TimePlot summary={summary} height={180} options={options} data={data} />;
}
