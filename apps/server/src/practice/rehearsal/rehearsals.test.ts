import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkConfig, readServiceFiles } from '@sekisho/config';
import type { SloPage } from '@sekisho/contract';
import { expect, it } from 'vitest';
import { openRehearsals } from './rehearsals.ts';

const seed = fileURLToPath(
  new URL('../../../../../packages/practice/seed/sekisho.yaml', import.meta.url),
);

function practiceConfig() {
  const text = readFileSync(seed, 'utf8');
  const { config } = checkConfig(text, seed, readServiceFiles(seed));
  if (config === null) throw new Error('practice has no configuration');
  return config;
}

it('plays an incident from calm to calm: it burns, pages once with its cause, and resolves', async () => {
  const told: [string, SloPage][] = [];
  const rehearsals = openRehearsals({
    config: practiceConfig,
    now: () => Date.UTC(2026, 10, 22, 3),
    newId: () => 'a',
    tell: async (page, news, { points }) => {
      expect(points.length).toBeGreaterThan(100);
      told.push([news, page]);
    },
  });
  const begun = await rehearsals.begin();
  const played = await rehearsals.play(begun?.id ?? '', 999);
  const minutes = played?.minutes ?? [];
  const fired = minutes.findIndex(({ news }) => news === 'fired');
  const broke = minutes.findIndex(({ at }) => at > (begun?.brokeAt ?? ''));
  // The windows fill for some minutes first, and all of it is played well before its end.
  expect(fired - broke).toBeGreaterThanOrEqual(2);
  expect(fired - broke).toBeLessThanOrEqual(10);
  expect(minutes.slice(0, broke).every(({ bad }) => bad < 2)).toBe(true);
  expect(minutes[fired]?.tiers.some(({ verdict }) => verdict === 'fires')).toBe(true);
  expect(played?.over).toBe(true);
  expect(told.map(([news]) => news)).toEqual(['fired', 'resolved']);
  const [, page] = told[0] ?? [];
  expect(page?.why.burn?.long.bad).toBeGreaterThan(10);
  expect(page?.changed).toMatchObject([
    { action: 'timeline.note', service: 'shop', minutesBefore: 3 },
  ]);
  const [, over] = told[1] ?? [];
  expect(over?.resolvedAt).not.toBeNull();
  expect(await rehearsals.play('rehearsal-b', 1)).toBeNull();
});
