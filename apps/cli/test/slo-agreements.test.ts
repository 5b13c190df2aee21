import type { Correction, Proposal, Targets } from '@sekisho/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeServer, startFakeServer } from './fake-server.ts';
import { practiceAt, runCli } from './run-cli.ts';

const common = {
  ...{ service: 'shop', reason: 'what was promised \u001b[31m', askedBy: 'engineer', revision: 1 },
  ...{ askedAt: '2026-11-01T00:00:00Z', lapsesAt: '2026-12-01T00:00:00Z', agreements: [] },
  needs: [{ sides: ['sre' as const], from: ['role:sre'], people: ['sre', 'sre2'] }],
  ...{ agreedAt: null, endedAt: null, endedBy: null, endReason: null },
};
const proposal: Proposal = {
  ...{ kind: 'target', ...common, id: 'tgt-7k3f9q2m', slo: 'checkout', state: 'open' },
  ...{ target: 99.5, before: 99.9, from: null, inForceFrom: null },
};
const correction: Correction = {
  ...{ kind: 'correction', ...common, id: 'cor-7k3f9q2m', slos: ['checkout'], state: 'open' },
  when: { kind: 'once', from: '2026-11-01T00:00:00Z', to: '2026-11-01T01:00:00Z' },
  ...{ countsAgainFrom: null, retroactive: true },
};
const targets: Targets = {
  ...{ slo: 'checkout', service: 'shop', target: 99.9, fileTarget: 99.5, differs: true },
  history: [
    { target: 99, from: null, proposal: null, reason: null, askedBy: null, agreedBy: [] },
    {
      ...{ target: 99.9, from: '2026-10-01T00:00:00Z', proposal: 'tgt-1', reason: 'steadier' },
      ...{ askedBy: 'engineer', agreedBy: ['engineer', 'sre'] },
    },
  ],
};

let asked: unknown = null;
let server: FakeServer;
let env: Record<string, string>;
beforeAll(async () => {
  server = await startFakeServer({
    'slo.propose': () => proposal,
    'slo.proposals': () => ({ targets: [targets], proposals: [proposal] }),
    'slo.correct': (input) => {
      asked = input;
      return correction;
    },
    'slo.corrections': () => [],
  });
  env = { SEKISHO_DATA: practiceAt(server.url) };
});
afterAll(() => server.close());

const print = async (...args: readonly string[]) => (await runCli(args, { env })).stdout;

it('shows what is proposed, who must agree, and how', async () => {
  const text = await print('slo', 'propose', 'checkout', '--target', '99.5', '--reason', 'x');
  expect(text).toContain('waiting for agreement   tgt-7k3f9q2m   checkout\n');
  expect(text).toMatch(/target 99\.9% → 99\.5%/);
  expect(text).toMatch(/needs SRE \(sre, sre2\)/);
  expect(text).toMatch(/Next: sekisho slo accept tgt-7k3f9q2m\n$/);
  expect(text).not.toContain('\u001b');
}, 60_000);

it('shows the targets in force, and where a file says otherwise', async () => {
  const text = await print('slo', 'proposals', '--lang', 'ja');
  expect(text).toMatch(/checkout +99% +最初から +ファイル/);
  expect(text).toContain('ファイルの目標は 99.5% ですが、合意された目標は 99.9% です。');
}, 60_000);

it('takes every SLO of a correction by position', async () => {
  const span = ['--from', '2026-11-01 00:00', '--to', '2026-11-01 01:00', '--reason', 'move'];
  await print('slo', 'correct', 'checkout', 'search', ...span);
  expect(asked).toMatchObject({ slos: ['checkout', 'search'], reason: 'move' });
  expect(await print('slo', 'corrections')).toMatch(/^Nothing is corrected: every minute counts\./);
}, 60_000);
