import { loadConfig } from '@sekisho/config';
import { describe, expect, it } from 'vitest';
import { practiceSeed } from '../../../../test/support/practice-seed.ts';
import { CloudError } from '../platform/cloud-error.ts';
import type { DoctorEngines } from './engines.ts';
import { engineCodes, engineExaminations } from './examine-engines.ts';
import { runExaminations } from './run.ts';

const lab = `environments:
  lab:
    provider: docker
    engine: { endpoint: unix:///run/engine.sock, network: sekisho-ops }
    opsServer:
      image: ops-server:1
      sizes: [1cpu-2g]
      duration: { default: 1h, maximum: 8h }
`;
const config = loadConfig(
  practiceSeed.replace('environments:\n', () => lab),
  'sekisho.yaml',
);

const well: DoctorEngines = {
  engine: async () => ({ version: '28.1.1', aheadMs: 30_000 }),
  hasImage: async () => true,
  hasNetwork: async () => true,
};

async function outcomes(changed: Partial<DoctorEngines>, houseAheadMs = 30_000) {
  const engines = { ...well, ...changed };
  const looking = { engines, houseAheadMs: async () => houseAheadMs };
  const findings = await runExaminations(engineExaminations(config, looking));
  expect(findings.map(({ code }) => code).toSorted()).toEqual(engineCodes.toSorted());
  expect(new Set(findings.map(({ subject }) => `${subject.kind} ${subject.name ?? '-'}`))).toEqual(
    new Set(['docker lab']),
  );
  return Object.fromEntries(findings.map(({ code, outcome }) => [code, outcome]));
}

const fails = (failure: 'denied' | 'invalid' | 'unknown-outcome', code: string) => async () => {
  throw new CloudError(failure, code, 'its own words');
};

describe('a container engine', () => {
  it('that can keep every promise is well, by the house’s time and not by this machine’s', async () => {
    expect(await outcomes({})).toEqual(
      Object.fromEntries(engineCodes.map((code) => [code, 'good'])),
    );
    expect(await outcomes({}, 0)).toMatchObject({ 'clock-engine': 'off' });
    expect(await outcomes({}, -600_000)).toMatchObject({ 'clock-engine': 'far' });
    const silent = async () => ({ version: '5.0.0', aheadMs: null });
    expect(await outcomes({ engine: silent })).toMatchObject({ 'clock-engine': 'unread' });
  });

  it.each([
    ['unreachable', fails('unknown-outcome', 'ENOENT')],
    ['denied', fails('denied', 'EACCES')],
    ['no-certificates', fails('invalid', 'NoCertificates')],
  ] as const)('that is %s is told of so, and nothing in it', async (outcome, engine) => {
    expect(await outcomes({ engine })).toEqual({
      ...{ 'container-engine': outcome, 'clock-engine': 'blocked' },
      ...{ 'container-image': 'blocked', 'container-network': 'blocked' },
    });
  });

  it('without the image or the network, or with an image that is not lent, is told of so', async () => {
    const none = async () => false;
    expect(await outcomes({ hasImage: none, hasNetwork: none })).toMatchObject({
      ...{ 'container-engine': 'good', 'container-image': 'missing' },
      'container-network': 'missing',
    });
    expect(await outcomes({ hasImage: fails('invalid', 'ImageHasVolumes') })).toMatchObject({
      'container-image': 'refused',
    });
    expect(await outcomes({ hasNetwork: fails('unknown-outcome', 'HTTP500') })).toMatchObject({
      'container-network': 'unread',
    });
  });
});
