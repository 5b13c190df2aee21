import { clock, date } from '../shared/moments.ts';
import { useSay } from '../shared/say.ts';
import { axisMoments, axisStep } from './axis.ts';
import classes from './lanes.module.css';
import { type Span, share } from './layout.ts';

interface LanesAxisProps {
  readonly span: Span;
  readonly now: number;
  readonly frame: { readonly left: number; readonly width: number; readonly bottom: number };
}

/** Hours under the lanes, and the line of the present. */
export function LanesAxis({ span, now, frame }: LanesAxisProps) {
  const { t } = useSay();
  const offset = -new Date(now).getTimezoneOffset() * 60_000;
  const x = (at: number) => frame.left + share(at, span) * frame.width;
  const most = Math.max(2, Math.floor(frame.width / 72));
  const moments = axisMoments(span, most, offset);
  const written = axisStep(span, most) >= 86_400_000 ? date : clock;
  const nowX = x(now);
  const shown = now >= span.from && now <= span.to;
  return (
    <g aria-hidden="true">
      {moments.map((at) => (
        <g key={at}>
          <path className={classes.grid} d={`M${x(at)} 0V${frame.bottom}`} />
          {Math.abs(x(at) - nowX) > 34 &&
            x(at) - frame.left > 16 &&
            frame.left + frame.width - x(at) > 16 && (
              <text className={classes.hour} x={x(at)} y={frame.bottom + 15} textAnchor="middle">
                {written(at)}
              </text>
            )}
        </g>
      ))}
      {shown && (
        <>
          <path className={classes.now} d={`M${nowX} 0V${frame.bottom}`} />
          <text className={classes.nowName} x={nowX} y={frame.bottom + 15} textAnchor="middle">
            {t.shell.now}
          </text>
        </>
      )}
    </g>
  );
}
