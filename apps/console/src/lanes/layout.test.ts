import { describe, expect, it } from 'vitest';
import { entryWith, leaseWith } from '../../test/leases.ts';
import { layoutLanes, type Span } from './layout.ts';

const at = (clock: string) => Date.parse(`2026-11-21T${clock}:00.000Z`);
const span: Span = { from: at('08:00'), to: at('12:00') };
const environments = [
  { name: 'production', production: true },
  { name: 'staging', production: false },
];
const lay = (leases: Parameters<typeof leaseWith>[0][], now = at('10:30')) =>
  layoutLanes({ environments, leases: leases.map(leaseWith), entries: [], span, now });

describe('layoutLanes', () => {
  it('draws what has happened solid and what is promised as an outline', () => {
    const bar = lay([{}])[1]?.bars[0];
    expect(bar).toMatchObject({ x: 0.5, width: 0.125, ahead: { x: 0.625, width: 0.125 } });
  });

  it('draws an ended lease without an outline', () => {
    const bar = lay([{ state: 'ended', endedAt: '2026-11-21T10:15:00.000Z' }])[1]?.bars[0];
    expect(bar).toMatchObject({ x: 0.5, width: 0.0625, ahead: null });
  });

  it('draws a lease that is not ready yet as an outline only', () => {
    const waiting = { state: 'granting', readyAt: null, deadline: null } as const;
    const bar = lay([{ ...waiting, requestedAt: '2026-11-21T10:30:00.000Z' }])[1]?.bars[0];
    expect(bar).toMatchObject({ width: 0, ahead: { x: 0.625, width: 0.25 } });
  });

  it('keeps a lease that is being taken back past its deadline up to now', () => {
    const bar = lay([{ state: 'revoking' }], at('11:30'))[1]?.bars[0];
    expect(bar?.x).toBe(0.5);
    expect(bar?.width).toBeCloseTo(0.375);
  });

  it('promises nothing more of a lease that is being taken back early', () => {
    const bar = lay([{ state: 'revoking' }])[1]?.bars[0];
    expect(bar).toMatchObject({ x: 0.5, width: 0.125, ahead: null });
  });

  it('leaves out what was never lent', () => {
    for (const state of ['denied', 'withdrawn', 'lapsed'] as const) {
      expect(lay([{ state, readyAt: null }])[1]?.bars).toEqual([]);
    }
  });

  it('puts leases that overlap below each other and reuses a row that is free', () => {
    const bars = lay([
      { id: 'ops-aaaaaa' },
      { id: 'ops-bbbbbb', readyAt: '2026-11-21T10:20:00.000Z' },
      {
        id: 'ops-cccccc',
        readyAt: '2026-11-21T11:00:00.000Z',
        deadline: '2026-11-21T11:30:00.000Z',
      },
    ])[1];
    expect(bars?.rows).toBe(2);
    expect(bars?.bars.map(({ row }) => row)).toEqual([0, 1, 0]);
    expect(bars?.bars[0]?.free).toBe(0.75);
  });

  it('cuts what began before the span or ends after it', () => {
    const bar = lay([
      { readyAt: '2026-11-21T06:00:00.000Z', deadline: '2026-11-21T14:00:00.000Z' },
    ])[1]?.bars[0];
    expect(bar).toMatchObject({ x: 0, width: 0.625, ahead: { x: 0.625, width: 0.375 } });
  });

  it('leaves out what ended before the span', () => {
    const long = { readyAt: '2026-11-21T05:00:00.000Z', endedAt: '2026-11-21T06:00:00.000Z' };
    expect(lay([{ ...long, state: 'ended' }])[1]?.bars).toEqual([]);
  });

  it('marks approvals of the lane and nothing that was refused', () => {
    const entries = [
      entryWith({}),
      entryWith({ number: 2, outcome: 'refused' }),
      entryWith({ number: 3, action: 'ops.extend' }),
      entryWith({ number: 4, environment: 'production', at: '2026-11-21T07:00:00.000Z' }),
    ];
    const lanes = layoutLanes({ environments, leases: [], entries, span, now: at('10:30') });
    expect(lanes.map(({ ticks }) => ticks.map(({ number }) => number))).toEqual([[], [1]]);
  });
});
