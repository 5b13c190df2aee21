import { describe, vi } from 'vitest';
import { atEveryStep } from './support/cases.ts';

vi.setConfig({ testTimeout: 900_000, hookTimeout: 120_000 });

describe('a server that is killed and started again', () => {
  atEveryStep('killed', (accidents) => `ends what it began as it should (${accidents})`);
});
