import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dismiss, holdToasts, shownToasts, toast } from './toasts.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  for (const { id } of shownToasts()) dismiss(id);
  vi.useRealTimers();
});

const texts = () => shownToasts().map(({ text }) => text);

it('goes after a while, later when it can be undone or tells of a failure', () => {
  toast({ kind: 'done', text: 'told' });
  toast({ kind: 'done', text: 'undoable', undo: () => undefined });
  toast({ kind: 'error', text: 'failed' });
  vi.advanceTimersByTime(6_000);
  expect(texts()).toEqual(['undoable', 'failed']);
  vi.advanceTimersByTime(9_000);
  expect(texts()).toEqual([]);
});

it('stays while somebody reaches for it, and goes afterwards', () => {
  toast({ kind: 'done', text: 'read me' });
  holdToasts(true);
  toast({ kind: 'done', text: 'came meanwhile' });
  vi.advanceTimersByTime(60_000);
  expect(texts()).toEqual(['read me', 'came meanwhile']);
  holdToasts(false);
  vi.advanceTimersByTime(6_000);
  expect(texts()).toEqual([]);
});

it('lets the next one go when the last one was dismissed under the pointer', () => {
  toast({ kind: 'done', text: 'pressed' });
  holdToasts(true);
  for (const { id } of shownToasts()) dismiss(id);
  toast({ kind: 'done', text: 'next' });
  vi.advanceTimersByTime(6_000);
  expect(texts()).toEqual([]);
});
