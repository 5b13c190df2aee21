import { useElementSize } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useSay } from '../shared/say.ts';
import classes from './lanes.module.css';
import { LanesAxis } from './lanes-axis.tsx';
import { LanesBar } from './lanes-bar.tsx';
import { LanesTable } from './lanes-table.tsx';
import { type Lane, type LaneInput, layoutLanes } from './layout.ts';
import { isArrow, walk } from './walk.ts';

const rowHeight = 24;
const lanePadding = 8;
const axisHeight = 20;

interface LanesProps extends LaneInput {
  /** Pixels left free at both sides, to stand on the axis of a drawing above; names then stand over their lanes. */
  readonly inset?: number;
}

/** Who had what when: a lane for each environment, a bar for each lease, deadlines ahead as outlines. */
export function Lanes(props: LanesProps) {
  const { t, leaseLine } = useSay();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const lanes = useMemo(() => layoutLanes(props), [props]);
  const { focused, setFocused, onKeyDown, group } = useLaneKeys(lanes);
  const [named, setNamed] = useState<string | null>(null);
  const namedLease = props.leases.find(({ id }) => id === named);
  const { inset = 0 } = props;
  const narrow = inset > 0 || width <= 560;
  const left = narrow ? inset : 104;
  const plot = Math.max(0, width - left - inset);
  const tops = laneTops(lanes, narrow);
  const height = tops.end + axisHeight;
  const frame = { left, width: plot, bottom: tops.end };
  const point = (id: string) => {
    setFocused(id);
    setNamed(id);
  };
  return (
    <div ref={ref} className={classes.lanes} data-testid="lanes">
      <LanesTable lanes={lanes} />
      {width > 0 && (
        <svg
          ref={group}
          width={width}
          height={height}
          role="group"
          aria-label={t.lanes.drawing}
          onKeyDown={onKeyDown}
        >
          <LanesAxis span={props.span} now={props.now} frame={frame} />
          {lanes.map((lane, index) => (
            <g key={lane.environment} transform={`translate(0 ${tops.at[index] ?? 0})`}>
              <LaneHead lane={lane} width={width} narrow={narrow} height={laneHeight(lane)} />
              <g transform={`translate(${left} ${lanePadding / 2 + (narrow ? 18 : 0)})`}>
                <LaneBars
                  lane={lane}
                  width={plot}
                  focused={focused}
                  onFocus={point}
                  onPoint={setNamed}
                />
                <LaneTicks lane={lane} width={plot} />
              </g>
            </g>
          ))}
        </svg>
      )}
      <p className={classes.named} aria-hidden="true">
        {namedLease ? leaseLine(namedLease) : t.lanes.hint}
      </p>
    </div>
  );
}

interface LaneBarsProps {
  readonly lane: Lane;
  /** Width of the plot in pixels. */
  readonly width: number;
  readonly focused: string | null;
  readonly onFocus: (id: string) => void;
  /** Tells which bar the pointer is on. */
  readonly onPoint: (id: string | null) => void;
}

function LaneBars({ lane, width, focused, onFocus, onPoint }: LaneBarsProps) {
  return lane.bars.map((bar) => (
    <LanesBar
      key={bar.lease.id}
      bar={bar}
      width={width}
      rowHeight={rowHeight}
      focused={bar.lease.id === focused}
      onFocus={() => onFocus(bar.lease.id)}
      onPoint={(on) => onPoint(on ? bar.lease.id : null)}
    />
  ));
}

/** Where somebody agreed. */
function LaneTicks({ lane, width }: { readonly lane: Lane; readonly width: number }) {
  const { t } = useSay();
  return lane.ticks.map((tick) => (
    <path
      key={tick.number}
      className={classes.tick}
      d={`M${tick.x * width} -4v${lane.rows * rowHeight + 4}`}
    >
      <title>{t.lanes.approval}</title>
    </path>
  ));
}

function useLaneKeys(lanes: readonly Lane[]) {
  const navigate = useNavigate();
  const group = useRef<SVGSVGElement>(null);
  const [chosen, setFocused] = useState<string | null>(null);
  const ids = lanes.flatMap(({ bars }) => bars.map((bar) => bar.lease.id));
  const focused = chosen !== null && ids.includes(chosen) ? chosen : (ids[0] ?? null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (focused === null) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      void navigate({ to: '/leases/$id', params: { id: focused } });
    }
    if (!isArrow(event.key)) return;
    event.preventDefault();
    const next = walk(lanes, focused, event.key);
    setFocused(next);
    group.current?.querySelector<SVGElement>(`[data-lease="${next}"]`)?.focus();
  };
  return { focused, setFocused, onKeyDown, group };
}

function laneHeight(lane: Lane): number {
  return lane.rows * rowHeight + lanePadding;
}

function laneTops(lanes: readonly Lane[], narrow: boolean) {
  const at: number[] = [];
  let end = 0;
  for (const lane of lanes) {
    at.push(end);
    end += laneHeight(lane) + (narrow ? 18 : 0);
  }
  return { at, end };
}

interface LaneHeadProps {
  readonly lane: Lane;
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
}

function LaneHead({ lane, width, height, narrow }: LaneHeadProps) {
  const full = height + (narrow ? 18 : 0);
  return (
    <g>
      <path className={classes.rule} d={`M0 ${full}H${width}`} />
      {lane.production && <rect className={classes.production} width="4" height={full - 2} y="1" />}
      <text className={classes.name} x="12" y={narrow ? 14 : height / 2 + 5}>
        {lane.environment}
      </text>
    </g>
  );
}
