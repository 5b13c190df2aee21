import { describe, expect, it } from 'vitest';
import { practiceSeed as seed } from '../../../../test/support/practice-seed.ts';
import { awsNames } from '../aws-environments.ts';
import { checkConfig, loadConfig, problemText } from '../index.ts';

const lab = `  lab:
    provider: docker
    engine:
      endpoint: tcp://lab.example.internal:2376
      certificatesVariable: SEKISHO_DOCKER_LAB
      network: sekisho-ops
    opsServer:
      image: registry.example.com/sekisho-ops-server:20261101-090000
      sizes: [1cpu-2g, 0.5cpu-512m]
      duration: { default: 1h, maximum: 8h }
`;

function withLab(...changes: readonly (readonly [string, string])[]): string {
  let text = lab;
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, () => to);
  }
  return seed.replace('environments:\n', () => `environments:\n${text}`);
}

const problems = (...changes: readonly (readonly [string, string])[]) =>
  checkConfig(withLab(...changes), 'sekisho.yaml').problems;

const codes = (...changes: readonly (readonly [string, string])[]) =>
  problems(...changes).map(({ code, path }) => `${code} ${path}`);

describe('an environment whose provider is docker', () => {
  it('has an engine and no account', () => {
    const config = loadConfig(withLab(), 'sekisho.yaml');
    expect(config.environments['lab']).toMatchObject({
      ...{ account: '', region: '', roleArn: null },
      engine: {
        endpoint: 'tcp://lab.example.internal:2376',
        ...{ certificates: 'SEKISHO_DOCKER_LAB', network: 'sekisho-ops', context: null },
      },
      opsServer: { launchTemplate: 'registry.example.com/sekisho-ops-server:20261101-090000' },
    });
    expect(config.environments['staging']?.engine).toBeNull();
  });

  it('over a network needs certificates, and by a socket takes none', () => {
    const variable = '      certificatesVariable: SEKISHO_DOCKER_LAB\n';
    const [problem] = problems([variable, '']);
    expect(problem).toMatchObject({
      code: 'engine-without-certificates',
      path: 'environments.lab.engine.endpoint',
      value: '"tcp://lab.example.internal:2376"',
    });
    const lines = withLab([variable, '']).split('\n');
    expect(lines[(problem?.line ?? 0) - 1]).toContain('tcp://lab.example.internal:2376');
    expect(problem && problemText(problem, 'ja')).toContain('root');
    expect(codes(['tcp://lab.example.internal:2376', 'unix:///var/run/docker.sock'])).toEqual([
      'certificates-of-socket environments.lab.engine.certificatesVariable',
    ]);
  });

  it('is not told the secret that stands where its variable is to be named', () => {
    const [problem] = problems(['SEKISHO_DOCKER_LAB', 'hunter2']);
    expect(problem).toMatchObject({ code: 'shape', value: '"…"' });
    expect(JSON.stringify(problem)).not.toContain('hunter2');
  });

  it.each([
    ['network: sekisho-ops', 'network: host', 'engine-host-network', 'engine.network'],
    ['network: sekisho-ops', 'network: container:db', 'shape', 'engine.network'],
    ['endpoint: tcp://lab.example.internal:2376', 'endpoint: lab:2376', 'shape', 'engine.endpoint'],
    ['lab.example.internal:2376', 'lab.example.internal:65536', 'shape', 'engine.endpoint'],
    ['SEKISHO_DOCKER_LAB', 'SEKISHO_SOURCE_LAB', 'shape', 'engine.certificatesVariable'],
    [':20261101-090000', '', 'shape', 'opsServer.image'],
    ['0.5cpu-512m', 't3.micro', 'shape', 'opsServer.sizes[1]'],
    ['0.5cpu-512m', '1cpu-2g', 'duplicate-value', 'opsServer.sizes[1]'],
    ['default: 1h', 'default: 9h', 'default-over-maximum', 'opsServer.duration.default'],
  ])('with %s written as %s is told so', (from, to, code, path) => {
    expect(codes([from, to])).toEqual([`${code} environments.lab.${path}`]);
  });

  it('is told which keys it takes, and which providers there are', () => {
    const [forwards] = problems(['      sizes:', '      forwards: {}\n      sizes:']);
    expect(forwards).toMatchObject({
      code: 'unknown-key',
      path: 'environments.lab.opsServer.forwards',
    });
    const fix = (problem: typeof forwards) => (problem ? problemText(problem, 'en') : '');
    expect(fix(forwards)).toContain('image');
    expect(fix(forwards)).not.toContain('launchTemplate');
    const [provider] = problems(['provider: docker', 'provider: podman']);
    expect(provider).toMatchObject({ code: 'not-one-of', path: 'environments.lab.provider' });
    expect(fix(provider)).toContain('aws, docker');
  });

  it('is no place whose sessions are recorded, nor one to read sources of SLOs with', () => {
    const own = 'recording:\n  environments: { lab: { bucket: acme } }\n';
    const recorded = withLab().replace('recording:\n', () => own);
    expect(checkConfig(recorded, 'sekisho.yaml').problems).toMatchObject([
      { code: 'unknown-environment', path: 'recording.environments.lab' },
    ]);
    const parts = { names: { environments: ['lab', 'staging', 'broken'] } };
    const environments = [
      { name: 'lab', value: { provider: 'docker' } },
      { name: 'staging', value: {} },
    ];
    expect(awsNames({ ...parts, environments } as never)).toEqual(['staging', 'broken']);
  });

  it('is no place of an account', () => {
    const text = withLab().replace('    environment: sandbox\n', '    environment: lab\n');
    expect(checkConfig(text, 'sekisho.yaml').problems).toMatchObject([
      { code: 'unknown-environment', path: 'accounts.sandbox.environment' },
    ]);
  });
});
