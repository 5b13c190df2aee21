import type { PreviewBasis } from '@sekisho/contract';
import { expect, it } from 'vitest';
import { previewNotes } from './preview-words.ts';

const window = { kind: 'rolling', minutes: 43_200, unit: null, count: 1, timeZone: null } as const;
const told = {
  ...{ window, basis: 'asked' as PreviewBasis, trouble: null, instead: false },
  asked: { from: '2026-11-02T06:00:00Z', to: '2026-11-02T12:00:00Z' },
  shown: null,
};

it('says how little of a window was counted, and that its budget is no more', () => {
  const [en] = previewNotes(told, 'en');
  expect(en).toContain('Counted from the last 6 hours only');
  expect(en).toContain('the budget is that of these hours');
  expect(previewNotes(told, 'ja')[0]).toContain('直近 6 時間分だけを集計し、');
  const whole = { ...told, window: { ...window, minutes: 360 } };
  expect(previewNotes(whole, 'en')[0]).toMatch(/only, to spare it\.$/);
  const [none] = previewNotes({ ...told, basis: 'nothing-there' }, 'en');
  expect(none).toMatch(/compare the names.* Looked at: the last 6 hours\.$/);
});

it('says what the source said, and what to do about it', () => {
  const trouble = { source: 'prom', code: 'denied', message: 'prom answered 401.' };
  const failed = { ...told, basis: 'unreadable' as const, asked: null, trouble, instead: true };
  expect(previewNotes(failed, 'en')).toEqual([
    'Its source cannot be read now.',
    expect.stringMatching(/^prom could not be asked: prom answered 401\. The variable that/),
    expect.stringContaining('the minutes of the definition in force'),
  ]);
  expect(previewNotes({ ...told, trouble }, 'en')[1]).toContain('prom gave no more: ');
  expect(previewNotes(failed, 'ja')[1]).toContain('に問い合わせできません: prom answered 401。');
  const unknown = { ...failed, trouble: { ...trouble, code: 'new' } };
  expect(previewNotes(unknown, 'en')[1]).toBe('prom could not be asked: prom answered 401.');
});

it('says how many requests were clients’ own errors, and where to look when none was', () => {
  const clients = (errors: number) => ({ ...told, shown: { clients: { errors, requests: 8000 } } });
  const [, some] = previewNotes(clients(190), 'en');
  expect(some).toMatch(/^190 of 8,000 requests failed by their client's own error\./);
  expect(previewNotes(clients(0), 'en')[1]).toContain('name and labels of clientErrors');
  expect(previewNotes(clients(0), 'ja')[1]).toContain('clientErrors の名前とラベル');
});
