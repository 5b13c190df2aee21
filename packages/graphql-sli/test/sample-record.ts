import type { OperationRecord } from '../src/apollo/index.ts';

/** A good query, with what a test says otherwise. */
export function sampleRecord(more: Partial<OperationRecord> = {}): OperationRecord {
  return {
    at: Date.UTC(2026, 9, 4, 0, 1, 2, 345),
    label: 'Look',
    name: 'Look',
    type: 'query',
    status: 200,
    verdict: { class: 'ok', counts: 'good' },
    outcome: { data: 'present', errors: [], results: [{}], cutOff: false },
    isEmpty: false,
    aborted: false,
    durationMs: 12,
    ...more,
  };
}

export const verdicts = {
  ok: { class: 'ok', counts: 'good' },
  client: { class: 'client', counts: 'good' },
  failed: { class: 'failed', counts: 'bad' },
  aborted: { class: 'aborted', counts: 'excluded' },
  partial: { class: 'partial', counts: 'bad', badPerMille: 250 },
} as const;
