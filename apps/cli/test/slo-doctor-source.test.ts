import type { OutputOf } from '@sekisho/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeServer, startFakeServer } from './fake-server.ts';
import { practiceAt, runCli } from './run-cli.ts';

const patience = 60_000;

const well: OutputOf<'slo.sources'>[number] = {
  ...{ source: 'shop-push', kind: 'push', state: 'well', latenessMinutes: 5 },
  ...{ asOf: '2026-11-02T00:00:00Z', behindMinutes: 0, succeededAt: '2026-11-02T00:00:00Z' },
  failure: null,
  ...{ pending: 0, damaged: 0, lost: 0, backfillLeft: 0, lines: null },
  slos: [{ id: 'shop-operations', coverage: 1 }],
};

const ill: OutputOf<'slo.sources'>[number] = {
  ...well,
  ...{ source: 'shop-alb', kind: 's3-logs', state: 'failing', behindMinutes: 90, damaged: 2 },
  failure: { code: 'denied', message: 'AccessDenied\u0007', times: 3, nextAttemptAt: null },
  slos: [{ id: 'shop-answers', coverage: 0.42 }],
  lines: {
    ...{ total: 1000, unparsed: 20 },
    reasons: [{ reason: 'time', lines: 20, shape: '9999-99-99 aaa' }],
  },
};

let server: FakeServer;
let env: Record<string, string>;
beforeAll(async () => {
  server = await startFakeServer({ 'slo.sources': () => [well, ill] });
  env = { SEKISHO_DATA: practiceAt(server.url), TZ: 'UTC' };
});
afterAll(() => server.close());

describe('slo doctor on a source of the server', () => {
  it('says what keeps its SLOs from being told truly, and what to do', {
    timeout: patience,
  }, async () => {
    const { code, stdout } = await runCli(['slo', 'doctor', '--source', 'shop-alb'], { env });
    expect(code).toBe(4);
    expect(stdout).toMatch(/shop-answers +42%/);
    expect(stdout).toContain('[x] shop-alb: cannot be read');
    expect(stdout).toContain('3 times in a row (denied): AccessDenied');
    expect(stdout).toContain('It is 1 h 30 min behind');
    expect(stdout).toContain('20 of 1,000 lines (2%) cannot be counted: time 20.');
    expect(stdout).not.toContain('\u0007');
  });

  it('finds nothing at one that does well', { timeout: patience }, async () => {
    const words = ['slo', 'doctor', '--source', 'shop-push', '--json'];
    const { code, stdout } = await runCli(words, { env });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      sources: [{ kind: 'source', slos: [{ id: 'shop-operations', coverage: 1 }], findings: [] }],
    });
  });

  it('names the sources that there are when one is not', { timeout: patience }, async () => {
    const { code, stderr } = await runCli(['slo', 'doctor', '--source', 'nothing'], { env });
    expect([code, stderr]).toEqual([4, expect.stringContaining('shop-push, shop-alb')]);
  });
});
