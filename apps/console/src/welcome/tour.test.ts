import { describe, expect, it } from 'vitest';
import { leaseWith } from '../../test/leases.ts';
import { firstTour, secondTour } from './tour.ts';

const nothing = { connect: false, timeline: false, look: false };
const half = leaseWith({ deadline: '2026-11-21T10:30:00.000Z' });
const current = (states: Readonly<Record<string, string>>) =>
  Object.keys(states).find((step) => states[step] === 'current');

describe('the first steps', () => {
  it('go from starting to reading the timeline as the lease goes', () => {
    expect(current(firstTour(null, nothing))).toBe('start');
    expect(current(firstTour(leaseWith({ readyAt: null, deadline: null }), nothing))).toBe('watch');
    expect(current(firstTour(half, nothing))).toBe('connect');
    expect(current(firstTour(half, { ...nothing, connect: true }))).toBe('extend');
    expect(current(firstTour(leaseWith({}), { ...nothing, connect: true }))).toBe('return');
    const ended = leaseWith({ state: 'revoking' });
    expect(current(firstTour(ended, nothing))).toBe('timeline');
    expect(current(firstTour(ended, { ...nothing, timeline: true }))).toBeUndefined();
  });

  it('need another hat before a production request is approved', () => {
    const waiting = leaseWith({ state: 'requested' });
    const approved = leaseWith({ approvals: [{ approver: 'sre', at: '' }] });
    expect(current(secondTour(null, { sre: true }, nothing))).toBe('ask');
    expect(current(secondTour(waiting, { sre: false }, nothing))).toBe('hat');
    expect(current(secondTour(waiting, { sre: true }, nothing))).toBe('approve');
    expect(current(secondTour(approved, { sre: false }, nothing))).toBe('look');
  });
});
