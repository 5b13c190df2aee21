import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { validate } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readImage, text } from './support/dockerfile.ts';

interface Service {
  readonly read_only: boolean;
  readonly cap_drop: readonly string[];
  readonly security_opt: readonly string[];
  readonly user: string;
  readonly ports?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  readonly networks: readonly string[];
}

const compose = parse(
  readFileSync(new URL('../../deploy/docker/compose.yaml', import.meta.url), 'utf8'),
  { merge: true },
) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<
    Record<string, { readonly internal?: boolean; readonly ipam?: { readonly config: unknown } }>
  >;
  readonly secrets: Readonly<Record<string, { readonly file?: string }>>;
};

describe('the Dockerfile', () => {
  test('has nothing that a linter finds', () => {
    expect(validate(text)).toEqual([]);
  });

  test('leaves to the server neither root, nor a shell, nor files of its own that it could change', () => {
    const [, last = ''] = text.split(/^FROM \$\{RUN_IMAGE\}$/m);
    expect(readImage().user).toEqual(['65532', '65532']);
    expect(text).toMatch(/^ARG RUN_IMAGE=gcr\.io\/distroless\/nodejs24-debian13:nonroot$/m);
    expect(text).toMatch(/^ARG BUILD_IMAGE=docker\.io\/library\/node:24-trixie-slim$/m);
    expect(last).not.toMatch(/^(RUN|ADD)\b/m);
    expect(last).toContain('--chown=0:0 /package /opt/sekisho');
  });
});

test('only package.json says which version this is', () => {
  const house = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { version: ours } = JSON.parse(house) as { readonly version: string };
  expect(text).toMatch(/^ARG VERSION=unknown$/m);
  expect(text).not.toContain(ours);
});

describe('the compose file', () => {
  const services = Object.entries(compose.services);

  test('keeps what people write beside it out of git and of the image', () => {
    const written = Object.values(compose.secrets).map(({ file = '' }) => file.slice('./'.length));
    const paths = [...written, 'sekisho.env', 'config/sekisho.yaml'];
    const cwd = fileURLToPath(new URL('../../deploy/docker', import.meta.url));
    const { stdout } = spawnSync('git', ['check-ignore', ...paths], { cwd, encoding: 'utf8' });
    expect(stdout.trim().split('\n')).toEqual(paths);
    const ignored = readFileSync(new URL('../../.dockerignore', import.meta.url), 'utf8').split(
      '\n',
    );
    for (const path of paths)
      expect(ignored, path).toContain(`deploy/docker/${path.split('/')[0] ?? ''}`);
  });

  test('gives the server every secret of the example, and a network whose gateway is known', () => {
    const example = readFileSync(
      new URL('../../examples/aws/sekisho.yaml', import.meta.url),
      'utf8',
    );
    const [, variable = ''] = /clientSecretVariable: (\w+)/.exec(example) ?? [];
    const given = compose.services.sekisho?.environment ?? {};
    expect(given[`${variable}_FILE`]).toBe('/run/secrets/login-secret');
    expect(compose.networks.outside?.ipam?.config).toEqual([
      { subnet: '172.30.45.0/28', gateway: '172.30.45.1' },
    ]);
  });

  test.each(services)('%s may write nowhere, has no capability and gains none', (_, service) => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    expect(service.security_opt).toContain('no-new-privileges:true');
    expect(Number(service.user.split(':')[0])).toBeGreaterThan(0);
  });

  test.each(services)('%s has its secrets in files and none in its environment', (_, service) => {
    const names = Object.keys(service.environment).filter((name) =>
      /PASSWORD|TOKEN|SECRET/.test(name),
    );
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toMatch(/_FILE$/);
    for (const secret of service.secrets) expect(compose.secrets[secret]?.file).toBeDefined();
  });

  test('only this machine reaches Sekisho, and only Sekisho the database', () => {
    expect(compose.services.sekisho?.ports).toEqual(['127.0.0.1:4545:4545']);
    expect(compose.services.database?.ports).toBeUndefined();
    expect(compose.services.database?.networks).toEqual(['inside']);
    expect(compose.networks.inside).toEqual({ internal: true });
  });
});
