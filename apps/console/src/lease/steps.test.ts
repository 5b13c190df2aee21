import { describe, expect, it } from 'vitest';
import { sampleAccess } from '../../../../test/support/sample-lease.ts';
import { leaseWith } from '../../test/leases.ts';
import { stepsOf } from './steps.ts';

const told = (change: Parameters<typeof leaseWith>[0]) =>
  stepsOf(leaseWith(change)).map(({ step, phase }) => `${step} ${phase}`);

describe('stepsOf', () => {
  it('shows the way to ready with the step it is at', () => {
    expect(told({ state: 'granting', step: 'booting' })).toEqual([
      'arming-switch done',
      'launching done',
      'booting current',
      'waiting-agent ahead',
      'ready ahead',
    ]);
  });

  it('begins with the approval where one is needed', () => {
    const approval = { count: 1, from: ['group:sre'], people: ['sre'] };
    expect(told({ state: 'requested', step: 'waiting-approval', approval })[0]).toBe(
      'waiting-approval current',
    );
    expect(told({ step: 'launching', approval, breakGlass: true })[0]).toBe('arming-switch done');
  });

  it('tells a reboot in the place of the step that it repeats', () => {
    expect(told({ state: 'granting', step: 'rebooting' })).toContain('rebooting current');
    expect(told({ state: 'granting', step: 'rebooting' })).toHaveLength(5);
  });

  it('is all done when it is ready, and when it is gone', () => {
    expect(stepsOf(leaseWith({})).every(({ phase }) => phase === 'done')).toBe(true);
    const gone = leaseWith({ state: 'ended', step: 'done' });
    expect(stepsOf(gone).every(({ phase }) => phase === 'done')).toBe(true);
  });

  it('shows the way back once it is being taken back', () => {
    expect(told({ state: 'revoking', step: 'terminating' })).toEqual([
      'terminating current',
      'done ahead',
    ]);
  });

  it('goes the way of its kind', () => {
    const way = (lease: Parameters<typeof stepsOf>[0]) => stepsOf(lease).map(({ step }) => step);
    const access = sampleAccess({ state: 'granting', step: 'assigning' });
    expect(way(access)).toEqual(['arming-switch', 'assigning', 'ready']);
    expect(way({ ...access, state: 'revoking', step: 'removing' })).toEqual(['removing', 'done']);
  });
});
