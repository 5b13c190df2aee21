import { describe, expect, it } from 'vitest';
import { english, japanese, job, now } from '../test/samples.ts';
import { leaseCard, toTerminal } from './index.ts';

const plain = { colour: false, width: 400 };
const shown = (facts: Partial<typeof job>, options = english) =>
  toTerminal(leaseCard({ ...job, ...facts }, options), plain);
const endsIn = (seconds: number) => new Date(now.getTime() + seconds * 1000).toISOString();
const locked = 'may leave Terraform’s state locked';

describe('the card of a job that applies', () => {
  it('says from the first reminder on that a state lock may remain, and how to see it', () => {
    expect(shown({ deadline: endsIn(601) })).not.toContain(locked);
    const soon = shown({ deadline: endsIn(600) });
    expect(soon).toContain(locked);
    for (const way of ['terraform plan', '.tflock', 'DynamoDB', 'terraform force-unlock ID'])
      expect(soon).toContain(way);
    expect(shown({ deadline: endsIn(100) }, japanese)).toContain('state がロックされたまま');
  });

  it.each(['deadline', 'stopped-by-sre', 'stop-all'] as const)(
    'says so after its end: %s',
    (ending) => {
      for (const state of ['revoking', 'ended'] as const)
        expect(shown({ state, ending })).toContain(locked);
    },
  );

  it('has nothing to say of it when the job gave it back, never had it, or applies nothing', () => {
    expect(shown({ state: 'ended', ending: 'returned' })).not.toContain(locked);
    expect(shown({ state: 'ended', ending: 'stop-all', readyAt: null })).not.toContain(locked);
    expect(shown({ state: 'ended', ending: 'deadline', plan: null })).not.toContain(locked);
    expect(shown({ deadline: endsIn(100), plan: null })).not.toContain(locked);
  });
});
