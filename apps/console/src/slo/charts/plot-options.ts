import type { Language } from '@sekisho/contract';
import { formatMoment } from '@sekisho/words/time';
import type uPlot from 'uplot';
import { clock, date, timeZone } from '../../shared/moments.ts';
import { type Band, drawBands, drawMarks, type Mark } from './marks.ts';
import type { PlotOptions } from './time-plot.tsx';
import type { Colours } from './use-colours.ts';

/** Pixels. Drawings with one axis leave as much room at the right: their moments stand under each other. */
export const axisWidth = 56;
/** Puts what stands under a drawing on its axis. */
export const onAxis = {
  marginInline: axisWidth,
  width: `calc(100% - ${2 * axisWidth}px)`,
} as const;

const font = '12px system-ui, "Noto Sans CJK JP", sans-serif';

interface Common {
  readonly colours: Colours;
  readonly bands: readonly Band[];
  readonly marks: readonly Mark[];
  /** Drawings of one page show the same moment under the pointer, and the same span when drawn closer. */
  readonly together: string;
  readonly language: Language;
  /** What the moment under the pointer is called. */
  readonly moment: string;
}

/** What all drawings over time have: axes, hatched corrections, marks, one pointer for all of them. */
export function commonOptions(
  { colours, bands, marks, together, language, moment: label }: Common,
  {
    series,
    scales,
    valueAxes,
  }: {
    readonly series: uPlot.Series[];
    readonly scales: uPlot.Scales;
    readonly valueAxes: uPlot.Axis[];
  },
): PlotOptions {
  const moment = (seconds: number) =>
    formatMoment(new Date(seconds * 1000), {
      ...{ language, timeZone, now: new Date(), withDay: true },
    });
  const axis = {
    font,
    stroke: colours.soft,
    grid: { stroke: colours.line, width: 1 },
    ticks: { stroke: colours.line, width: 1 },
  };
  return {
    cursor: { sync: { key: together, setSeries: false }, drag: { x: true, y: false } },
    scales,
    ...(valueAxes.length > 1 ? {} : { padding: [null, axisWidth, null, null] as uPlot.Padding }),
    axes: [{ ...axis, values: timeLabels }, ...valueAxes.map((own) => ({ ...axis, ...own }))],
    series: [{ label, value: (_, at) => (at === null ? '–' : moment(at)) }, ...series],
    hooks: {
      drawClear: [(plot) => drawBands(plot, bands, colours)],
      draw: [(plot) => drawMarks(plot, marks, colours)],
    },
  };
}

/** Days, and within them the time of day in 24 hours, as everywhere else; midnight says which day begins. */
export const timeLabels = ((_, splits, __, ___, step) =>
  splits.map((at) => {
    const time = clock(at * 1000);
    return step >= 86_400 || time === '00:00' ? date(at * 1000) : time;
  })) satisfies uPlot.Axis.Values;
