import { expect, it } from 'vitest';
import { sourceTrouble } from './source-trouble.ts';

const well = {
  ...{ succeededAt: '2026-05-01T00:00:00.000Z', failure: null },
  ...{ pending: 0, damaged: 0, lost: 0, backfillLeft: 0 },
};
const faults = [
  { what: 'connect ECONNREFUSED', runs: 2 },
  { what: 'status 503', runs: 1 },
];

it('says nothing of a source that is well, and why runs of a probe failed', () => {
  expect(sourceTrouble(null, 'en')).toBeNull();
  expect(sourceTrouble(well, 'en')).toBeNull();
  expect(sourceTrouble({ ...well, probe: { runs: 60, failed: 0, faults: [] } }, 'en')).toBeNull();
  const failing = { ...well, probe: { runs: 60, failed: 3, faults } };
  expect(sourceTrouble(failing, 'en')).toBe(
    '3 of 60 runs of the last hour failed: connect ECONNREFUSED × 2, status 503 × 1',
  );
  expect(sourceTrouble(failing, 'ja')).toBe(
    '直近 1 時間の 60 回中 3 回が失敗（connect ECONNREFUSED × 2, status 503 × 1）',
  );
});
