import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { type PracticeGithub, startPracticeGithub } from '@sekisho/practice/github';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Door, openDoor } from './door.ts';
import { beginJob, bundleAction, findTerraform, savePlan, type TestJob } from './job.ts';

const terraform = findTerraform();
let file: string;
let github: PracticeGithub;
let door: Door;
let job: TestJob;

beforeAll(async () => {
  file = bundleAction();
  github = await startPracticeGithub({ port: 0, secret: 'secret' });
});
afterAll(async () => {
  await github.close();
  rmSync(dirname(file), { recursive: true });
});
beforeEach(async () => {
  door = await openDoor(github.url);
  job = beginJob(github, file);
});
afterEach(() => {
  door.close();
  job.remove();
});

/** A plan that nothing but its bytes matter of. */
function writePlan(text = 'plan'): { plan: string; 'plan-json': string } {
  writeFileSync(join(job.folder, 'tfplan'), text);
  writeFileSync(join(job.folder, 'plan.json'), '{"format_version":"1.2"}');
  return { plan: 'tfplan', 'plan-json': 'plan.json' };
}

const asked = () => ({ url: door.url, purpose: 'apply', mode: 'env', wait: '20s', ...writePlan() });

describe('the action', () => {
  it('says where to approve, waits, and hands over what it masked before', async () => {
    const step = job.step({ ...asked(), 'output-credentials': 'true', region: 'eu-west-1' });
    await expect.poll(() => door.leases.length, { timeout: 15_000 }).toBe(1);
    door.become('active');
    const ended = await step;
    expect(ended).toMatchObject({ code: 0 });
    const [secret = ''] = door.given;
    expect(ended.env).toEqual({
      ...{ AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-1' },
      ...{ AWS_ACCESS_KEY_ID: 'ASIATEST0000000000', AWS_SECRET_ACCESS_KEY: secret },
      AWS_SESSION_TOKEN: `session-${secret}`,
    });
    const sha256 = createHash('sha256').update('plan').digest('hex');
    expect(ended.outputs).toMatchObject({
      ...{ lease: 'L-1', url: `${door.url}/leases/L-1`, 'plan-sha256': sha256 },
      ...{ expiration: '2030-01-01T01:00:00Z', 'aws-secret-access-key': secret },
    });
    expect(door.leases[0]?.plan?.sha256).toBe(sha256);
    expect(ended.log).toContain(`::notice::Approve here: ${door.url}/leases/L-1`);
    expect(ended.summary).toContain(`${door.url}/leases/L-1`);
    const shown = ended.log.replaceAll(/^::add-mask::.*$/gm, '');
    expect(ended.log).toContain(`::add-mask::${secret}`);
    expect(shown).not.toContain(secret);
    expect(shown).not.toMatch(/eyJ[\w-]+\.eyJ/);
  });

  it('gives the lease back in its post step, also when the job failed or was cancelled', async () => {
    door.become('active');
    await job.step(asked());
    const post = await job.step({});
    expect(post.log).toContain('Lease L-1 is given back.');
    expect(door.leases[0]?.finished).toBe(true);
  });

  it('fails with what the approver said', async () => {
    door.become('denied');
    const ended = await job.step(asked());
    expect(ended.code).toBe(1);
    expect(ended.log).toContain('::error::Lease L-1 is denied: Ken said no.');
    expect(ended.env).toEqual({});
  });

  it('ends its wait in time, and takes the request back', async () => {
    const ended = await job.step({ ...asked(), wait: '2s' });
    expect(ended.code).toBe(1);
    expect(ended.log).toContain('Nobody approved within 2s');
    await job.step({});
    expect(door.leases[0]?.finished).toBe(true);
  });

  it('waits out a Sekisho that is down for a while', async () => {
    door.become('active');
    door.fail(2);
    const ended = await job.step(asked());
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.log).toContain('::warning::Sekisho cannot be reached (HTTP 503)');
  });

  it('says of a Sekisho that stays away that nothing was lent', async () => {
    door.close();
    const ended = await job.step({ ...asked(), wait: '2s' });
    expect(ended.code).toBe(1);
    expect(ended.log).toMatch(/could not be reached in 2s \(ECONN\w+\)/);
  });

  it('tells a refusal in its words, with its code and what to look at', async () => {
    door.refuse = { status: 401, code: 'token-refused', detail: '宛先が違います。' };
    const ended = await job.step({ ...asked(), language: 'ja' });
    expect(ended.log).toContain('宛先が違います。 (token-refused) "audience" が');
  });

  it('names the permission that a job without tokens lacks', async () => {
    const ended = await job.step(asked(), { ACTIONS_ID_TOKEN_REQUEST_URL: '' });
    expect(ended.log).toContain('id-token: write');
  });

  it('asks no address that is not TLS', async () => {
    const ended = await job.step({ ...asked(), url: 'http://sekisho.example' });
    expect(ended.log).toContain('::error::Input "url" is "http://sekisho.example"');
  });
});

describe('the plan', () => {
  it('is verified by its hash: one byte more fails', async () => {
    door.become('active');
    const { outputs } = await job.step(asked());
    const verify = { do: 'verify', plan: 'tfplan', sha256: outputs['plan-sha256'] ?? '' };
    expect(await job.step(verify)).toMatchObject({ code: 0 });
    writePlan('plan!');
    const changed = await job.step(verify);
    expect(changed.code).toBe(1);
    expect(changed.log).toContain('is not the one that was approved');
  });

  it('of another content is another request', async () => {
    await job.step({ ...asked(), wait: '1s' });
    await job.step({ ...asked(), ...writePlan('other'), wait: '1s' }, { STATE_begun: '' });
    expect(door.leases).toHaveLength(2);
  });

  it.skipIf(terraform === null)(
    'is shown by terraform itself, which cannot ask for tokens of the job',
    async () => {
      const inputs = { ...asked(), 'plan-json': '' };
      savePlan(terraform ?? '', job.folder, 'ten');
      door.become('active');
      // What every provider could read that terraform starts.
      const binary = join(job.folder, 'spy');
      writeFileSync(binary, `#!/bin/sh\nenv >"${job.folder}/seen"\nexec ${terraform ?? ''} "$@"\n`);
      chmodSync(binary, 0o700);
      expect(await job.step({ ...inputs, binary })).toMatchObject({ code: 0 });
      expect(readFileSync(join(job.folder, 'seen'), 'utf8')).not.toMatch(/ACTIONS_|INPUT_/);
      const [lease] = door.leases;
      const { resource_changes: changes } = JSON.parse(String(lease?.plan?.json)) as {
        resource_changes: { address: string; change: { after: object } }[];
      };
      expect(changes).toMatchObject([
        { address: 'terraform_data.a', change: { after: { input: 'ten' } } },
      ]);
    },
  );
});

describe('the profile', () => {
  it('renews itself while the lease lives, and leaves no secret on disk and no trace', async () => {
    door.become('active');
    const config = join(job.folder, 'aws-config');
    writeFileSync(config, '[profile other]\nregion = us-east-1');
    const given = { AWS_CONFIG_FILE: config };
    const ended = await job.step({ ...asked(), mode: 'credential_process' }, given);
    expect(ended.env).toMatchObject({ AWS_PROFILE: 'sekisho' });
    const written = readFileSync(config, 'utf8');
    const line = /^credential_process = (.+)$/m.exec(written)?.[1] ?? '';
    const words = [...line.matchAll(/"([^"]+)"/g)].map(([, word = '']) => word);
    const secrets = [];
    for (let i = 0; i < 2; i += 1) {
      const { log } = await job.command(words);
      secrets.push((JSON.parse(log) as { SecretAccessKey: string }).SecretAccessKey);
    }
    expect(secrets).toEqual(door.given.slice(1));
    for (const secret of door.given)
      expect(written + readFileSync(words.at(-1) ?? '', 'utf8')).not.toContain(secret);
    door.become('ended');
    expect(await job.command(words)).toMatchObject({ code: 1, log: '' });
    await job.step({}, given);
    expect(readFileSync(config, 'utf8')).toBe('[profile other]\nregion = us-east-1\n');
  });
});

describe('the end of a lease', () => {
  it('is told while the job runs, and by its post step, for most programs hide what a profile says', async () => {
    door.become('active');
    await job.step({ ...asked(), mode: 'credential_process' });
    const config = readFileSync(join(job.folder, '.aws', 'config'), 'utf8');
    const line = /^credential_process = (.+)$/m.exec(config)?.[1] ?? '';
    const words = [...line.matchAll(/"([^"]+)"/g)].map(([, word = '']) => word);
    expect(await job.command(words)).toMatchObject({ code: 0, errors: '' });
    door.deadline = new Date(Date.now() + 5 * 60_000).toISOString();
    for (let i = 0; i < 2; i += 1)
      expect(await job.command(words)).toMatchObject({ code: 0, errors: 'Sekisho: Lent.\n' });
    door.become('ended');
    expect(await job.command(words)).toMatchObject({ code: 1 });
    const { log } = await job.step({});
    const told = /^::warning::While the job ran, Sekisho said:(.+)$/m.exec(log)?.[1] ?? '';
    expect(told.match(/active: Lent\./g)).toHaveLength(1);
    expect(told).toMatch(/active: Lent\.%0A\S+ ended: /);
  });
});

describe('the window', () => {
  it('is a role that the job assumes itself, under the one name that the window is for', async () => {
    const forms: URLSearchParams[] = [];
    const sts = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        forms.push(new URLSearchParams(body));
        response.end(
          '<Credentials><AccessKeyId>ASIAWINDOW</AccessKeyId><SecretAccessKey>window-secret</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2030-01-01T01:00:00Z</Expiration></Credentials>',
        );
      });
    }).listen(0, '127.0.0.1');
    door.approach = 'window';
    door.become('active');
    await expect.poll(() => sts.listening).toBe(true);
    const { port } = sts.address() as AddressInfo;
    // Under another name every call would be refused, as AWS compares it: no workflow chooses it.
    const given = { AWS_ENDPOINT_URL_STS: `http://127.0.0.1:${port}` };
    const ended = await job.step({ ...asked(), 'role-session-name': 'mine' }, given);
    sts.close();
    expect(ended.env).toMatchObject({
      AWS_SECRET_ACCESS_KEY: 'window-secret',
      AWS_REGION: 'ap-northeast-1',
    });
    expect(ended.outputs).toMatchObject({ 'aws-account-id': '111111111111' });
    const [form] = forms;
    expect(form?.get('RoleSessionName')).toBe('L-1');
    const claims = JSON.parse(
      Buffer.from(form?.get('WebIdentityToken')?.split('.')[1] ?? '', 'base64url').toString(),
    ) as { aud: string };
    expect(claims.aud).toBe('sts.amazonaws.com');
  });
});
