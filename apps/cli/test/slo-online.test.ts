import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Candidate, OutputOf } from '@sekisho/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeServer, startFakeServer } from './fake-server.ts';
import { emptyFolder, practiceAt, runCli } from './run-cli.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 2, 0, minute)).toISOString();
const window = { kind: 'rolling', minutes: 43_200, unit: null, count: 1, timeZone: null } as const;
const curve = { from: at(1), everyMinutes: 30, shares: [0.001, null] };

const candidate = (target: number, missed: string[]): Candidate => ({
  ...{ target, tickets: [], pageMinutes: 12, remainingShare: 0.25, lowestShare: -0.5 },
  pages: [{ key: 'burn-page', severity: 'page', firedAt: at(5), resolvedAt: null }],
  ...{ caught: [], missed, pagesOutsideIncidents: 1 },
  deadTiers: target < 95 ? [{ tier: 'page-quick', threshold: 1.44, aliveAbove: 0.9306 }] : [],
});

const replayed = (targets: readonly number[]): OutputOf<'slo.replay'> => ({
  ...{ id: 'shop', displayName: 'Shop \u001b[31m', service: 'shop', window, target: 99.9 },
  ...{ from: at(0), to: at(59), knownFrom: at(0), spentFrom: at(0), curve },
  incidents: [{ id: 'INC-1', from: at(1), to: at(2), linked: false }],
  candidates: targets.map((target) => candidate(target, ['INC-1'])),
});

const previewed = (file: string, isGood: boolean): OutputOf<'slo.preview'> => ({
  ...{ file, exists: true, current: null, more: 0, sources: [], services: [] },
  findings: isGood
    ? []
    : [
        {
          ...{ severity: 'problem', file, line: 7, column: 3, path: 'spec.service', code: 'x' },
          ...{ why: 'There is no service "a".', fix: 'Name one.' },
        },
      ],
  slos: isGood
    ? [
        {
          ...{ id: 'shop', displayName: null, service: 'shop', line: 4, target: 99.9, window },
          ...{ agreedTarget: 99.5, source: 'alb', basis: 'counted' },
          ...{ asked: null, trouble: null, instead: false },
          shown: {
            ...{ from: at(0), to: at(59), spentFrom: at(0), budget: null, curve },
            candidate: candidate(99.9, []),
            clients: { errors: 19, requests: 400 },
          },
        },
      ]
    : [],
});

let server: FakeServer;
let env: Record<string, string>;
beforeAll(async () => {
  server = await startFakeServer({
    'slo.replay': ({ targets }) => replayed((targets ?? []) as readonly number[]),
    'slo.preview': ({ file, text }) => previewed(file ?? '', text?.includes('good') ?? true),
  });
  env = { SEKISHO_DATA: practiceAt(server.url), TZ: 'UTC' };
});
afterAll(() => server.close());

describe('an SLO of the server', () => {
  it('is replayed by its name, with the incidents of a file', async () => {
    const folder = emptyFolder();
    const incidents = '- { id: INC-1, from: 2026-11-02T00:01Z, to: 2026-11-02T00:02Z }\n';
    writeFileSync(join(folder, 'incidents.yaml'), incidents);
    const args = ['slo', 'replay', 'shop', '--targets', '90,99.9%', '--from', '7d'];
    const ended = await runCli([...args, '--incidents', 'incidents.yaml'], { env, cwd: folder });
    expect(ended.code).toBe(0);
    expect(server.seen.at(-1)?.input).toEqual({
      ...{ id: 'shop', targets: [90, 99.9], from: '7d' },
      incidents: [{ id: 'INC-1', from: at(1), to: at(2) }],
    });
    expect(ended.stdout).toMatch(/^target +pages .*caught/m);
    expect(ended.stdout).toMatch(/^ *99\.9% +1 +0 +12 min +25% +−50% +0\/1/m);
    expect(ended.stdout).toContain('90%: missed INC-1');
    expect(ended.stdout).toMatch(/page-quick/);
    expect(ended.stdout).not.toContain('\u001b');
  }, 60_000);

  it('is still replayed over logs where logs are said', async () => {
    const ended = await runCli(['slo', 'replay', 'slos.yaml'], { env });
    expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining('--logs') });
  }, 60_000);
});

describe('a definition that lies here', () => {
  it('is judged by the server under its place in services', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'services', 'team'), { recursive: true });
    writeFileSync(join(folder, 'services', 'team', 'shop.yaml'), 'good');
    writeFileSync(join(folder, 'draft.yaml'), 'bad');
    const good = await runCli(['slo', 'preview', 'services/team/shop.yaml'], { env, cwd: folder });
    expect(server.seen.at(-1)?.input).toEqual({ file: 'services/team/shop.yaml', text: 'good' });
    expect(good.code).toBe(0);
    expect(good.stdout).toContain('No problem was found in services/team/shop.yaml.');
    expect(good.stdout).toContain('From the minutes that the server has counted.');
    expect(good.stdout.replaceAll(/\s+/g, ' ')).toContain('The file says 99.9%, agreed is 99.5%');
    expect(good.stdout.replaceAll(/\s+/g, ' ')).toContain('19 of 400 requests failed by');
    const bad = await runCli(['slo', 'preview', 'draft.yaml'], { env, cwd: folder });
    expect(bad.code).toBe(2);
    expect(bad.stdout).toContain(
      'services/draft.yaml:7:3 spec.service: There is no service "a". Name one.',
    );
  }, 60_000);

  it('must be said', async () => {
    const ended = await runCli(['slo', 'preview'], { env });
    expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining('Which definition?') });
  }, 60_000);
});
