import { describe, expect, it } from 'vitest';
import { progressLine } from './count-progress.ts';

describe('the progress of a count', () => {
  it('tells the share, the rate and the time left', () => {
    const line = progressLine(250e6, 1000e6, 2, 'en');
    expect(line).toMatch(/^█{5}░{15} 25% · 250 MB · 125 MB\/s · .*6 ?s.* left$/);
    expect(progressLine(250e6, 1000e6, 2, 'ja')).toContain('残り');
  });

  it('tells only the rate of standard input, whose end nobody knows', () => {
    expect(progressLine(5e6, 0, 1, 'en')).toBe('5.0 MB · 5.0 MB/s');
  });

  it('does not pass 100 % when a file grows meanwhile', () => {
    expect(progressLine(1200, 1000, 0, 'en')).toContain(' 100% ');
  });
});
