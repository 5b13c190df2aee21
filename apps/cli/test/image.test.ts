import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { instantTiming, startPracticeAws } from '@sekisho/practice/aws';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  readParameters,
  registerImage,
  startMoto,
  whyNoMoto,
  writeParameter,
} from '../../../test/support/moto.ts';
import { practiceImage } from './practice-image.ts';
import { emptyFolder, runCli } from './run-cli.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

interface Judge {
  readonly endpoint: string;
  /** Images of the pipeline, the oldest first. */
  readonly images: readonly [string, string];
  /** Makes another one, and answers its id. */
  build(name: string): Promise<string>;
  stop(): unknown;
}

const region = 'ap-northeast-1';

async function practice(): Promise<Judge> {
  const aws = await startPracticeAws({
    ...{ port: 0, dataDirectory: emptyFolder(), timing: instantTiming },
  });
  const images = ['ami-02222222222220001', 'ami-02222222222220002'] as const;
  const build = async () => {
    const id = 'ami-02222222222220003';
    await practiceImage(aws.url, { id });
    return id;
  };
  return { endpoint: aws.url, images, build, stop: () => aws.close() };
}

async function moto(): Promise<Judge> {
  const server = await startMoto();
  const at = { endpoint: server.endpoint, region };
  const images = [await registerImage(at, 'first'), await registerImage(at, 'second')] as const;
  const build = (name: string) => registerImage(at, name);
  return { endpoint: server.endpoint, images, build, stop: () => server.stop() };
}

const noMoto = whyNoMoto();
if (noMoto !== null) console.warn(`SKIPPED: sekisho image on moto: ${noMoto}`);

describe.each([
  ['practice AWS', practice, false],
  ['moto', moto, noMoto !== null],
] as const)('sekisho image on %s', (name, open, skipped) => {
  const folder = emptyFolder();
  let judge: Judge;
  beforeAll(async () => {
    if (!skipped) judge = await open();
    writeFileSync(join(folder, 'one.txt'), 'curl 7.1\nopenssl 3.0\n');
    writeFileSync(join(folder, 'two.txt'), 'curl\t7.2\nredis-tools\t7.0\n');
  });
  afterAll(() => (skipped ? undefined : judge.stop()));

  const cli = (...args: string[]) =>
    runCli(['image', ...args], {
      cwd: folder,
      env: {
        ...{ AWS_ENDPOINT_URL: judge.endpoint, AWS_DEFAULT_REGION: region, AWS_REGION: region },
        ...{ AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: 'x' },
        AWS_EC2_METADATA_DISABLED: 'true',
      },
    });
  const publish = (image: string, packages: string) =>
    cli(
      ...['publish', '--image', image, '--packages', packages, '--commit', '5f1c0de'],
      ...[
        '--repository',
        'acme/infra',
        '--run-url',
        'https://github.com/acme/infra/actions/runs/1',
      ],
      // Images of moto bear no name of their base.
      ...(name === 'moto' ? ['--base', 'debian-12'] : []),
    );
  const baseImage = expect.stringMatching(/^debian-12/);
  const nameOf = (end: string) => `/sekisho/images/ops-server/${end}`;
  const current = async () => {
    const names = [nameOf('current'), nameOf('provenance')];
    const values = await readParameters({ endpoint: judge.endpoint, region }, names);
    const valueOf = (end: string) => values.get(nameOf(end)) ?? '{}';
    return { image: valueOf('current'), ...(JSON.parse(valueOf('provenance')) as object) };
  };

  it.skipIf(skipped)(
    'promotes what was published, tells what changed, and rolls back',
    async () => {
      const [one, two] = judge.images;
      expect(await publish(one, 'one.txt')).toMatchObject({ code: 0, stderr: '' });
      expect(await cli('promote', '--image', one)).toMatchObject({ code: 0, stderr: '' });
      expect(await current()).toMatchObject({ image: one, imageId: one, baseImage });
      expect(await publish(two, 'two.txt')).toMatchObject({ code: 0 });
      expect(await current()).toMatchObject({ image: one });
      const changed = await cli('promote', '--image', one);
      expect(changed).toMatchObject({ code: 4, stderr: expect.stringContaining(two) });
      expect(await cli('promote', '--image', two)).toMatchObject({ code: 0 });
      const changes = {
        ...{ added: ['redis-tools 7.0'], removed: ['openssl 3.0'] },
        ...{ updated: ['curl 7.1 → 7.2'], more: 0 },
      };
      const facts = { image: two, imageId: two, previous: one, changes };
      expect(await current()).toMatchObject(facts);
      // A run that is tried again changes nothing.
      expect(await cli('promote')).toMatchObject({ code: 0 });
      expect(await current()).toMatchObject(facts);
      expect(await cli('rollback')).toMatchObject({ code: 0, stderr: '' });
      const back = { added: ['openssl 3.0'], removed: ['redis-tools 7.0'] };
      expect(await current()).toMatchObject({ image: one, previous: two, changes: back });
    },
  );

  it.skipIf(skipped || name === 'moto')(
    'refuses an image of nobody, and facts that are none',
    async () => {
      const unknown = await publish('ami-0123456789abcdef0', 'one.txt');
      expect(unknown).toMatchObject({
        stdout: '',
        stderr: expect.stringContaining('bears the tag'),
      });
      const [one] = judge.images;
      writeFileSync(join(folder, 'bad.txt'), 'curl\n');
      expect((await publish(one, 'bad.txt')).stderr).toContain('dpkg-query');
      expect((await cli('publish', '--image', one)).stderr).toContain('--run-url');
    },
  );

  it.skipIf(skipped)(
    'deprecates what is old, but never what is current or a candidate',
    async () => {
      const [one, two] = judge.images;
      await publish(one, 'one.txt');
      await cli('promote');
      const listed = await cli('list', '--json');
      const images = JSON.parse(listed.stdout) as { id: string; standing: string[] }[];
      expect(images.find(({ id }) => id === one)?.standing).toEqual(['current', 'candidate']);
      const kept = await cli('deprecate', '--keep', '1', '--json');
      expect(kept).toMatchObject({ code: 0, stderr: '' });
      // Which of two that were made in one second is the newer, nobody can tell.
      const old = images.slice(1).flatMap(({ id }) => (id === one ? [] : id));
      expect(JSON.parse(kept.stdout)).toEqual(old);
      await publish(two, 'two.txt');
      await cli('promote');
      const gone = await cli('deprecate', '--keep', '1', '--deregister', '--json');
      expect(gone).toMatchObject({ code: 0, stderr: '' });
      const left = JSON.parse((await cli('list', '--json')).stdout) as { id: string }[];
      expect(left.map(({ id }) => id)).toContain(two);
      for (const id of JSON.parse(gone.stdout) as string[]) {
        expect(left.map((image) => image.id)).not.toContain(id);
      }
      expect((await cli('deprecate', '--keep', '0')).stderr).toContain('--keep 0');
      // What a rollback goes to is kept, however few are.
      expect(await cli('rollback')).toMatchObject({ code: 0, stderr: '' });
      expect(await current()).toMatchObject({ image: one });
    },
  );

  it.skipIf(skipped)(
    'rolls back to what was current, not to what a run that died only told of',
    async () => {
      const [one, two] = judge.images;
      const third = await judge.build(`three ${name}`);
      await publish(third, 'one.txt');
      // The provenance of the third stands beside the id of the first, as after a kill between the two writes.
      const at = { endpoint: judge.endpoint, region };
      const told = (await readParameters(at, [nameOf('candidate-provenance')])).values();
      await writeParameter(at, nameOf('provenance'), String([...told][0]));
      expect(await current()).toMatchObject({ image: one, imageId: third });
      expect(await cli('rollback')).toMatchObject({ code: 0, stderr: '' });
      const changes = { added: ['redis-tools 7.0'] };
      expect(await current()).toMatchObject({ image: two, imageId: two, previous: one, changes });
      expect(await cli('promote', '--image', third)).toMatchObject({ code: 0, stderr: '' });
      expect(await current()).toMatchObject({ image: third, imageId: third, previous: two });
    },
  );
});
