import { useNavigate } from '@tanstack/react-router';
import { useSay } from '../shared/say.ts';
import classes from './lanes.module.css';
import type { Bar } from './layout.ts';

interface LanesBarProps {
  readonly bar: Bar;
  /** Width of the plot in pixels. */
  readonly width: number;
  readonly rowHeight: number;
  readonly focused: boolean;
  readonly onFocus: () => void;
  /** Tells what the bar is while the pointer is on it. */
  readonly onPoint: (on: boolean) => void;
}

/** One lease: solid where it was lent, outlined where it is promised, its holder's name on it. */
export function LanesBar({ bar, width, rowHeight, focused, onFocus, onPoint }: LanesBarProps) {
  const { person, leaseLine } = useSay();
  const navigate = useNavigate();
  const { lease, ahead } = bar;
  const height = rowHeight - 6;
  const x = bar.x * width;
  const wide = Math.max(bar.width * width, bar.width > 0 || ahead === null ? 3 : 0);
  const left = wide > 0 ? x : (ahead?.x ?? 0) * width;
  const right = ahead ? (ahead.x + ahead.width) * width : x + wide;
  const name = `${mark(lease)}${person(lease.holder)}`;
  const room = right - left - 8;
  return (
    <g
      transform={`translate(0 ${bar.row * rowHeight + 3})`}
      className={classes.bar}
      role="link"
      tabIndex={focused ? 0 : -1}
      aria-label={leaseLine(lease)}
      data-lease={lease.id}
      data-kind={lease.kind}
      data-state={lease.stuck ? 'stuck' : lease.state}
      onFocus={onFocus}
      onMouseEnter={() => onPoint(true)}
      onMouseLeave={() => onPoint(false)}
      onClick={() => void navigate({ to: '/leases/$id', params: { id: lease.id } })}
    >
      {ahead && ahead.width > 0 && (
        <rect
          className={classes.ahead}
          x={ahead.x * width + 0.5}
          y="0.5"
          width={Math.max(2, ahead.width * width - 1)}
          height={height - 1}
          rx="3"
        />
      )}
      {wide > 0 && <rect className={classes.past} x={x} width={wide} height={height} rx="3" />}
      <BarName
        name={name}
        at={left}
        room={room}
        to={right}
        free={bar.free * width}
        height={height}
      />
    </g>
  );
}

/** What went wrong is told by a shape too, and not by the colour of the edge alone. */
function mark({ stuck, state }: Bar['lease']): string {
  return stuck ? '▲ ' : state === 'failed' ? '✕ ' : '';
}

interface BarNameProps {
  readonly name: string;
  readonly at: number;
  readonly room: number;
  readonly to: number;
  readonly free: number;
  readonly height: number;
}

/** The holder's name: on the bar when it fits, else after it when nothing stands there. */
function BarName({ name, at, room, to, free, height }: BarNameProps) {
  const needed = Array.from(name).reduce((sum, char) => sum + (char > '\u2e80' ? 12 : 6.6), 0);
  const y = height / 2 + 4;
  if (room >= needed) {
    return (
      <text className={classes.on} x={at + 5} y={y}>
        {name}
      </text>
    );
  }
  if (to + 10 + needed > free) return null;
  return (
    <text className={classes.beside} x={to + 5} y={y}>
      {name}
    </text>
  );
}
