import type { Candidate, OutputOf } from '@sekisho/contract';
import { type ReplayWords, replayWordsIn } from '@sekisho/words/slo';
import { useMemo, useRef } from 'react';
import type uPlot from 'uplot';
import { useSay } from '../../shared/say.ts';
import { drawBands, drawMarks, type Mark } from '../charts/marks.ts';
import { axisWidth, commonOptions } from '../charts/plot-options.ts';
import { TimePlot } from '../charts/time-plot.tsx';
import { useColours } from '../charts/use-colours.ts';
import { useFigures } from '../figures.ts';
import { bandsOf, marksOf, remainingAt, timesOf } from './curve.ts';

/** Percent: what lies deeper only presses the rest flat. */
const deepest = -250;

interface ReplayCurveProps {
  readonly replay: Pick<OutputOf<'slo.replay'>, 'curve' | 'incidents'>;
  /** Percent. */
  readonly target: number;
  /** What the target would have done; undefined while that is reckoned. */
  readonly candidate: Candidate | undefined;
}

/** The budget as it would have gone at a target, with its pages; drawn anew as the target moves. */
export function ReplayCurve({ replay, target, candidate }: ReplayCurveProps) {
  const { language, t } = useSay();
  const words = replayWordsIn(language);
  const colours = useColours();
  const figures = useFigures();
  const { curve, incidents } = replay;
  const times = useMemo(() => timesOf(curve), [curve]);
  const bands = useMemo(() => bandsOf(incidents), [incidents]);
  const marks = useRef<readonly Mark[]>([]);
  marks.current = useMemo(() => (candidate === undefined ? [] : marksOf(candidate)), [candidate]);
  const options = useMemo(() => {
    const value = (_: unknown, percent: number | null) =>
      figures.share(percent === null ? null : percent / 100);
    const moment = t.sloCharts.at;
    const common = { colours, bands: [], marks: [], together: '', language, moment };
    const left = { label: words.curve, stroke: colours.kind, fill: colours.kindSoft, width: 2 };
    const made = commonOptions(common, {
      series: [{ ...left, value }],
      scales: { y: { range: (_, least) => [Math.max(Math.min(least, 0) - 2, deepest), 100] } },
      valueAxes: [{ size: axisWidth, values: (_, splits) => splits.map((each) => `${each}%`) }],
    });
    // Read when it is drawn: the plot stays the same while the slider moves.
    const hooks = {
      drawClear: [(plot: uPlot) => drawBands(plot, bands, colours)],
      draw: [(plot: uPlot) => drawMarks(plot, marks.current, colours)],
    };
    return { ...made, cursor: { drag: { x: true, y: false } }, hooks };
  }, [language, t, words, figures, colours, bands]);
  const remaining = useMemo(() => remainingAt(curve, target), [curve, target]);
  const summary = useSummary(words, remaining, target, candidate);
  const data = useMemo(() => [times, remaining] as never, [times, remaining]);
  return <TimePlot caption={words.curve} {...{ summary, options, data }} height={220} />;
}

/** What the drawing shows, in a sentence. */
function useSummary(
  words: ReplayWords,
  remaining: readonly (number | null)[],
  target: number,
  candidate: Candidate | undefined,
): string {
  const figures = useFigures();
  const first = remaining.find((share) => share !== null);
  const [begins, ends] = [first, remaining.at(-1)].map((percent) =>
    figures.share(percent === null || percent === undefined ? null : percent / 100),
  );
  const least = figures.share(candidate?.lowestShare ?? null);
  const pages = candidate === undefined ? '–' : figures.count(candidate.pages.length);
  return words.summary(figures.target(target / 100), begins ?? '', ends ?? '', least, pages);
}
