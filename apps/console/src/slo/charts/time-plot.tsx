import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import classes from './charts.module.css';

/** What a drawing is, but for its width. */
export type PlotOptions = Omit<uPlot.Options, 'width' | 'height'>;

interface TimePlotProps {
  /** Names what is drawn, and on which axis. */
  readonly caption: string;
  /** Says what is drawn to who cannot see it. */
  readonly summary: string;
  /** Pixels. */
  readonly height: number;
  /** Keep it while nothing changes: another one is drawn from the beginning. */
  readonly options: PlotOptions;
  /** Seconds since 1970, and a column for each series; null is a gap. */
  readonly data: uPlot.AlignedData;
}

/** A drawing over time, as wide as its place. */
export function TimePlot({ caption, summary, height, options, data }: TimePlotProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const known = width > 0;
  const size = useRef({ width, height });
  size.current = { width, height };
  const shown = useRef(data);
  shown.current = data;
  useEffect(() => {
    if (!known || place.current === null) return;
    const drawn = new uPlot({ ...options, ...size.current }, shown.current, place.current);
    plot.current = drawn;
    return () => {
      plot.current = null;
      drawn.destroy();
    };
  }, [known, options]);
  useEffect(() => plot.current?.setSize({ width, height }), [width, height]);
  useEffect(() => plot.current?.setData(data), [data]);
  return (
    <figure className={classes.figure}>
      <figcaption>{caption}</figcaption>
      <div
        ref={ref}
        className={classes.plot}
        style={{ minHeight: height }}
        role="img"
        aria-label={summary}
      >
        <div ref={place} />
      </div>
    </figure>
  );
}
