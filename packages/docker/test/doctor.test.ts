import { createDockerDoctor } from '@sekisho/docker';
import { describe, expect, it } from 'vitest';
import { imageId } from './answers.ts';
import { scopeOf, useStub } from './judge.ts';
import { notFound, well } from './stub.ts';

const judge = useStub();
const doctor = createDockerDoctor({ installation: 'house', folderOf: () => undefined });

function place(network: string) {
  const scope = scopeOf(judge.now().stub.endpoint);
  return { ...scope, engine: { ...scope.engine, network } } as typeof scope;
}

describe('the doctor', () => {
  it('reads the version and the clock of an engine, and that it tells no time', async () => {
    const { stub, scope } = judge.now();
    const hourAhead = new Date(Date.now() + 3600_000).toISOString().replace('Z', '357768+00:00');
    stub.answer('GET /info', well({ ServerVersion: '28.1.1', SystemTime: hourAhead }));
    const { version, aheadMs } = await doctor.engine(scope);
    expect(version).toBe('28.1.1');
    expect(Math.round((aheadMs ?? 0) / 60_000)).toBe(60);
    stub.answer('GET /info', well({ ServerVersion: '28.1.1' }));
    expect(await doctor.engine(scope)).toMatchObject({ aheadMs: null });
    stub.answer('GET /info', well({ name: 'something else' }));
    await expect(doctor.engine(scope)).rejects.toMatchObject({ vendorCode: 'StrangeAnswer' });
  });

  it('finds the image and the network, and what is missing, and changes nothing', async () => {
    const { stub } = judge.now();
    stub.answer('GET /images/ops:1/json', well({ Id: imageId, Config: { Volumes: null } }));
    stub.answer('GET /images/old:1/json', notFound('No such image: old:1'));
    stub.answer('GET /networks/ops', well({ Name: 'ops' }));
    expect(await doctor.hasImage(place('ops'), 'ops:1')).toBe(true);
    expect(await doctor.hasImage(place('ops'), 'old:1')).toBe(false);
    expect(await doctor.hasNetwork(place('ops'))).toBe(true);
    expect(await doctor.hasNetwork(place('gone'))).toBe(false);
    expect(await doctor.hasNetwork(place('none'))).toBe(true);
    stub.answer('GET /images/pg:1/json', well({ Id: imageId, Config: { Volumes: { '/d': {} } } }));
    await expect(doctor.hasImage(place('ops'), 'pg:1')).rejects.toMatchObject({
      ...{ failure: 'invalid', vendorCode: 'ImageHasVolumes' },
    });
    expect(stub.asked.every((route) => route.startsWith('GET '))).toBe(true);
  });

  it('without certificates says so, and which variable names them', async () => {
    const scope = scopeOf('tcp://lab.example.internal:2376');
    const engine = { ...scope.engine, certificates: 'SEKISHO_DOCKER_LAB' } as NonNullable<
      typeof scope.engine
    >;
    await expect(doctor.engine({ ...scope, engine })).rejects.toMatchObject({
      ...{ vendorCode: 'NoCertificates', detail: expect.stringContaining('SEKISHO_DOCKER_LAB') },
    });
  });
});
