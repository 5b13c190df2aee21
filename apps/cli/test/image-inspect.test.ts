import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { instantTiming, type PracticeAws, startPracticeAws } from '@sekisho/practice/aws';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { launchServer } from '../../../test/support/moto.ts';
import { practiceImage } from './practice-image.ts';
import { emptyFolder, runCli } from './run-cli.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const region = 'ap-northeast-1';
const [old, candidate] = ['ami-02222222222220001', 'ami-02222222222220002'];
const listed = 'curl 7.1\nopenssl 3.0\n';
const sha256 = createHash('sha256').update(listed).digest('hex');
const folder = emptyFolder();
let aws: PracticeAws;
let canary: string;

const env = () => ({
  ...{ AWS_ENDPOINT_URL: aws.url, AWS_REGION: region, AWS_EC2_METADATA_DISABLED: 'true' },
  ...{ AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: 'x' },
});
const cli = (...args: string[]) => runCli(['image', ...args], { cwd: folder, env: env() });
const inspect = (...more: string[]) =>
  cli('inspect', '--instance', canary, '--timeout', '1s', ...more);
const prints = (text: string) => practiceImage(aws.url, { id: candidate, prints: text });
const line = (packages: string, silent = '', down = '') =>
  `[   19.1] inspect[402]: sekisho-inspection packages=${packages} silent=${silent} down=${down} end\r\n`;

beforeAll(async () => {
  const options = { port: 0, dataDirectory: emptyFolder(), timing: instantTiming };
  aws = await startPracticeAws(options);
  writeFileSync(join(folder, 'packages.txt'), listed);
  const published = await cli(
    ...['publish', '--image', candidate, '--packages', 'packages.txt', '--commit', '5f1c0de'],
    ...['--repository', 'acme/infra', '--run-url', 'https://github.com/acme/infra/actions/runs/1'],
  );
  expect(published.stderr).toBe('');
  canary = await launch(candidate);
});
afterAll(() => aws.close());

const launch = (image: string) => launchServer({ endpoint: aws.url, region }, image);

it('sees that a server of the candidate found itself as it was published', async () => {
  // The kernel wrote into the midst of the first of its lines.
  await prints(`${line(sha256).slice(0, 60)}[ 19.2] audit: x\n${line(sha256)}`);
  const seen = await inspect('--image', candidate, '--json');
  expect(seen).toMatchObject({ code: 0, stderr: '' });
  const whole = { instance: canary, image: candidate, packages: sha256, silent: [], down: [] };
  expect(JSON.parse(seen.stdout)).toEqual(whole);
});

it('names what is not as it was published, and fails', async () => {
  await prints(line('0'.repeat(64), 'psql,aws', 'auditd.service'));
  const seen = await inspect();
  expect(seen).toMatchObject({ code: 4, stdout: '' });
  for (const words of ['packages', 'psql, aws', 'auditd.service'])
    expect(seen.stderr).toContain(words);
});

it('takes silence for no answer, and never for a good one', async () => {
  await prints('Debian GNU/Linux 12\n');
  expect(await inspect()).toMatchObject({ code: 5, stderr: expect.stringContaining('console') });
});

it('inspects nothing where the server runs another image', async () => {
  await prints(line(sha256));
  const other = await cli('inspect', '--instance', await launch(old));
  expect(other).toMatchObject({ code: 4, stderr: expect.stringContaining(`runs ${old}`) });
});
