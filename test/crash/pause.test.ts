import { describe, vi } from 'vitest';
import { atEveryStep } from './support/cases.ts';

vi.setConfig({ testTimeout: 900_000, hookTimeout: 120_000 });

describe('a server that sleeps past the life of its claim', () => {
  atEveryStep('paused', (accidents) => `changes nothing twice when it wakes up (${accidents})`);
});
