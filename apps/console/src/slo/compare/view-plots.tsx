import type { SloViewName } from '@sekisho/contract';
import { viewNames } from '@sekisho/words/slo';
import { useMemo } from 'react';
import type uPlot from 'uplot';
import { useSay } from '../../shared/say.ts';
import { axisWidth, commonOptions } from '../charts/plot-options.ts';
import { TimePlot } from '../charts/time-plot.tsx';
import { type Colours, useColours } from '../charts/use-colours.ts';
import { useFigures } from '../figures.ts';
import { useWords } from './use-words.ts';
import { type SloViews, viewColumns } from './view-columns.ts';

/** The share of bad of every view over one axis of time, and how much each saw under it. */
export function ViewPlots({ answer }: { readonly answer: SloViews }) {
  const words = useWords();
  const { language } = useSay();
  const figures = useFigures();
  const columns = useMemo(() => viewColumns(answer), [answer]);
  const of = (view: SloViews['views'][number]) => viewNames[view.view][language];
  const say = (text: (view: SloViews['views'][number]) => string) =>
    answer.views.map((view) => words.ofView(of(view), text(view))).join(', ');
  const shares = say(({ sli }) => (sli === null ? '–' : figures.chance(1 - sli)));
  const counts = say(({ good, bad }) => figures.count(good + bad));
  return (
    <>
      <ViewPlot
        {...{ answer, times: columns.times, unit: '%', height: 220, bent: 0.5 }}
        values={columns.badShares}
        caption={words.shareOfBad}
        summary={words.shareSummary(shares)}
      />
      <ViewPlot
        {...{ answer, times: columns.times, unit: '', height: 160, bent: null }}
        values={columns.traffic}
        caption={words.traffic}
        summary={words.trafficSummary(counts)}
      />
    </>
  );
}

interface ViewPlotProps {
  readonly answer: SloViews;
  readonly times: readonly number[];
  readonly values: readonly (readonly (number | null)[])[];
  readonly caption: string;
  readonly summary: string;
  readonly unit: string;
  /** From this value on the scale is drawn together, so that ordinary hours show beside outages; null for a plain one. */
  readonly bent: number | null;
  readonly height: number;
}

const none: never[] = [];

function ViewPlot({ answer, times, values, caption, summary, unit, height, bent }: ViewPlotProps) {
  const { t, language } = useSay();
  const colours = useColours();
  // The answer changes with every look; what is drawn only when its views do.
  const names = answer.views.map(({ view }) => view).join(' ');
  const options = useMemo(() => {
    const compact = { maximumFractionDigits: 2, notation: 'compact' } as const;
    const number = new Intl.NumberFormat(language, compact);
    const text = (each: number | null) => (each === null ? '–' : `${number.format(each)}${unit}`);
    const views = names.split(' ') as SloViewName[];
    return commonOptions(
      {
        ...{ colours, bands: none, marks: none, language },
        ...{ together: 'views', moment: t.sloCharts.at },
      },
      {
        series: views.map((view) => ({
          ...lineOf(view, colours),
          label: viewNames[view][language],
          value: (_: unknown, each: number | null) => text(each),
        })),
        scales: {
          y: {
            range: (_, __, most) => [0, Math.max(most * 1.05, 1)],
            ...(bent === null ? {} : { distr: 4 as const, asinh: bent }),
          },
        },
        valueAxes: [
          {
            size: axisWidth,
            values: (_, splits) => splits.map(text),
            ...(bent === null ? {} : bentAxis),
          },
        ],
      },
    );
  }, [t, language, colours, names, unit, bent]);
  const data = useMemo(() => [times, ...values] as never, [times, values]);
  return <TimePlot {...{ caption, summary, height, options, data }} />;
}

/** Percent that people know, as far as the drawing reaches; all of them are named. */
const bentAxis: uPlot.Axis = {
  splits: (plot) =>
    [0, 0.5, 1, 5, 10, 50, 100].filter((each) => each <= (plot.scales['y']?.max ?? 1)),
  filter: (_, splits) => splits,
};

/** Told apart by dash as well as by colour; a view looks the same on every page. */
function lineOf(view: SloViewName, { bad, kind, wait, good }: Colours): uPlot.Series {
  const looks: Readonly<Record<SloViewName, uPlot.Series>> = {
    beacon: { stroke: bad, width: 2 },
    probe: { stroke: wait, width: 2, dash: [2, 3] },
    'load-balancer': { stroke: kind, width: 2, dash: [6, 3] },
    server: { stroke: good, width: 2, dash: [10, 3, 2, 3] },
  };
  return { ...looks[view], points: { show: false } };
}
