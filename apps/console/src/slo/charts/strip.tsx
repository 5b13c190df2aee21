import type { CSSProperties } from 'react';
import classes from './charts.module.css';
import type { Stretch } from './history-columns.ts';
import { onAxis } from './plot-options.ts';

interface StripProps {
  readonly stretches: readonly Stretch[];
  /** The same in words. */
  readonly label: string;
  /** Where it stands; on the axis of a drawing above when left out. */
  readonly place?: CSSProperties;
}

/** A thin strip of time under a drawing of it: dark where it was bad, dashed where nobody measured. */
export function Strip({ stretches, label, place = onAxis }: StripProps) {
  // What burned lies on top of its neighbours: it is drawn wider than it was where it was short.
  const drawn = stretches.toSorted((a, b) => Number(isBurned(a)) - Number(isBurned(b)));
  return (
    <svg
      className={classes.strip}
      style={place}
      viewBox="0 0 1000 14"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {drawn.map(({ kind, x, width, weight }) => (
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
  );
}

function isBurned({ kind }: Stretch): boolean {
  return kind === 'burned';
}
