import { expect, it } from 'vitest';
import { recoveryText } from './recovery-view.ts';

const style = {
  language: 'en',
  timeZone: 'UTC',
  columns: 80,
  paint: (text: string) => text,
} as unknown as Parameters<typeof recoveryText>[1];
const restored = { takenAt: '2026-11-23T03:17:00.000Z', newestEntry: 12 };

it('says that nothing differs only when everything has answered', () => {
  const shown = (unanswered: string[]) =>
    recoveryText({ restored, differences: [], unanswered } as never, style);
  expect(shown([])).toContain('All that is there is as this database says.');
  const silent = shown(['staging']);
  expect(silent).toContain('Nothing is known of staging');
  expect(silent).not.toContain('All that is there is as this database says.');
});
