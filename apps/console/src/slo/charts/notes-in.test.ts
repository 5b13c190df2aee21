import type { Entry } from '@sekisho/contract';
import { describe, expect, it } from 'vitest';
import { notesIn } from './notes-in.ts';

const span = { from: Date.parse('2026-11-01T00:00:00Z'), to: Date.parse('2026-11-01T10:00:00Z') };

function entry(number: number, data: Entry['data'], more: Partial<Entry> = {}): Entry {
  return {
    ...{ number, at: '2026-11-02T00:00:00Z', action: 'timeline.note', outcome: 'done' },
    ...{ subject: null, environment: null, service: 'shop', lease: null, hash: '' },
    actor: { id: 'mika', kind: 'person', assurance: 'practice', authenticatedAt: '' },
    ...{ data, texts: { text: `note ${number}` } },
    ...more,
  };
}

describe('what was noted of a service', () => {
  it('stands where it happened, cut at the ends of the span', () => {
    const found = notesIn(
      [
        entry(1, { kind: 'deploy', from: '2026-11-01T05:00:00Z', to: null }),
        entry(2, { kind: 'incident', from: '2026-10-31T23:00:00Z', to: '2026-11-01T01:00:00Z' }),
      ],
      span,
    );
    expect(found).toMatchObject([
      { number: 2, kind: 'incident', text: 'note 2', x: 0, width: 0.1 },
      { number: 1, kind: 'deploy', to: null, x: 0.5, width: 0 },
    ]);
  });

  it('leaves out what lies outside, what is no note, and what was refused', () => {
    const inside = { kind: 'deploy', from: '2026-11-01T05:00:00Z', to: null };
    const found = notesIn(
      [
        entry(1, { kind: 'deploy', from: '2026-11-01T11:00:00Z', to: null }),
        entry(2, { kind: 'deploy', from: '2026-10-31T05:00:00Z', to: '2026-10-31T06:00:00Z' }),
        entry(3, inside, { action: 'lease.approve' }),
        entry(4, inside, { outcome: 'refused' }),
        entry(5, { kind: 'party', from: '2026-11-01T05:00:00Z' }),
        entry(6, { kind: 'deploy', from: 'yesterday' }),
      ],
      span,
    );
    expect(found).toEqual([]);
  });
});
