import type { Figures } from '@sekisho/words/slo';
import { useMemo } from 'react';
import uPlot from 'uplot';
import { useSay } from '../../shared/say.ts';
import { useFigures } from '../figures.ts';
import { columnsOf, type SloHistory, sumsOf } from './history-columns.ts';
import { axisWidth, commonOptions } from './plot-options.ts';
import { TimePlot } from './time-plot.tsx';
import { type Colours, useColours } from './use-colours.ts';

interface DrawnHistory {
  readonly history: SloHistory;
  readonly together: string;
}

/** How much there was, and what share of it was bad: a small share of much and a large one of little are told apart. */
export function GoodBad({ history, together }: DrawnHistory) {
  const { t, language } = useSay();
  const colours = useColours();
  const figures = useFigures();
  const columns = useMemo(() => columnsOf(history), [history]);
  const { bands, marks } = columns;
  const options = useMemo(() => {
    const words = t.sloCharts;
    const count = new Intl.NumberFormat(language, compact);
    return commonOptions(
      { colours, bands, marks, together, language, moment: words.at },
      {
        series: [
          totalSeries(words.total, colours, count),
          badSeries(words.badShare, colours, figures),
        ],
        scales: {
          y: { range: (_, __, most) => [0, Math.max(most, 1)] },
          share: { range: (_, __, most) => [0, Math.min(Math.max(most * 1.1, 1), 100)] },
        },
        valueAxes: [
          {
            scale: 'y',
            size: axisWidth,
            values: (_, all) => all.map((each) => count.format(each)),
          },
          {
            ...{ scale: 'share', side: 1, size: axisWidth, stroke: colours.bad },
            ...{ grid: { show: false }, values: (_, all) => all.map((each) => `${each}%`) },
          },
        ],
      },
    );
  }, [t, language, figures, colours, bands, marks, together]);
  const data = useMemo(() => [columns.times, columns.total, columns.badShare] as never, [columns]);
  const { bad, total } = sumsOf(history);
  const number = new Intl.NumberFormat(language);
  const summary = t.sloCharts.eventsSummary(number.format(bad), number.format(total));
  return (
    <TimePlot caption={t.sloCharts.totalAndBad} {...{ summary, options, data }} height={180} />
  );
}

const compact = { maximumFractionDigits: 1, notation: 'compact' } as const;

function totalSeries(
  label: string,
  { kind, kindSoft }: Colours,
  count: Intl.NumberFormat,
): uPlot.Series {
  return {
    ...{ label, scale: 'y', stroke: kind, fill: kindSoft, width: 1, points: { show: false } },
    value: (_, each) => (each === null ? '–' : count.format(each)),
  };
}

function badSeries(label: string, { bad }: Colours, { chance }: Figures): uPlot.Series {
  const bars = uPlot.paths.bars?.({ size: [1, 100], align: -1 });
  return {
    ...{ label, scale: 'share', stroke: bad, fill: bad, width: 0, points: { show: false } },
    value: (_, percent) => chance(percent === null ? null : percent / 100),
    ...(bars === undefined ? {} : { paths: bars }),
  };
}
