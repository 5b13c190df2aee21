import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { practiceAccounts, practiceIdentityCenter, startPracticeAws } from '@sekisho/practice';
import { describe, expect, test } from 'vitest';
import { bin, emptyFolder } from './run-cli.ts';

const { startUrl, region } = practiceIdentityCenter;
const map = `
identityCenter: {startUrl: "${startUrl}", region: ${region}}
accounts:
  production: {id: "${practiceAccounts.production}", permissionSets: [{name: ReadOnly, standing: true}]}
`;

/** Agrees to the sign-in of a device, as the person in front of a browser does. */
async function agree(page: string, user: string): Promise<number> {
  const userCode = new URL(page).searchParams.get('user_code') ?? '';
  const { status } = await fetch(page, {
    method: 'POST',
    body: new URLSearchParams({ userCode, user }),
  });
  return status;
}

const required = process.env['SEKISHO_REQUIRE_AWS'] === '1';
const hasAws = spawnSync('aws', ['--version']).status === 0;

describe.skipIf(!hasAws && !required)('practice AWS', () => {
  test('gives its keys to whoever signs in there, and the aws command runs with them', async () => {
    const aws = await startPracticeAws({ port: 0, dataDirectory: emptyFolder() });
    const folder = emptyFolder();
    writeFileSync(join(folder, 'sekisho.yaml'), map);
    const who = ['aws', 'sts', 'get-caller-identity', '--query', 'Arn', '--output', 'text'];
    const ours = ['aws', 'exec', '--profile', 'production-ReadOnly', '--no-cache', '--'];
    const child = spawn(process.execPath, [bin, ...ours, ...who], {
      cwd: folder,
      detached: true,
      env: { PATH: process.env['PATH'], HOME: folder, AWS_ENDPOINT_URL: aws.url },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8');
    });
    const agreed = new Promise<number>((done) => {
      child.stderr.on('data', (chunk: Buffer) => {
        err += chunk.toString('utf8');
        const page = /Sign in at (\S+)/.exec(err)?.[1];
        if (page !== undefined) done(agree(page, 'hanako.sato'));
      });
    });
    const [code] = (await once(child, 'close')) as [number];
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(await agreed).toBe(200);
    expect(out).toMatch(/:assumed-role\/AWSReservedSSO_ReadOnly_\w+\/hanako\.sato$/m);
    await aws.close();
  }, 60_000);
});
