import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Scratch, startScratch } from '../testing/scratch.ts';

let scratch: Scratch;
beforeAll(async () => {
  scratch = await startScratch();
});
afterAll(() => scratch.close());

/** Sends what fetch would not: any Host, any length. */
function send(
  headers: Record<string, string>,
  body = '',
  path = '/_practice/state',
): Promise<number> {
  return new Promise((resolve, reject) => {
    const method = body === '' ? 'GET' : 'POST';
    const sent = request(`${scratch.aws.url}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function launch(): Promise<string> {
  const query = new URLSearchParams({
    Action: 'RunInstances',
    MinCount: '1',
    MaxCount: '1',
    'LaunchTemplate.LaunchTemplateName': 'sekisho-ops-server',
  });
  const authorization =
    'AWS4-HMAC-SHA256 Credential=x/20260501/ap-northeast-1/ec2/aws4_request, SignedHeaders=host, Signature=0';
  const response = await fetch(scratch.aws.url, {
    method: 'POST',
    body: query,
    headers: { authorization },
  });
  return /<instanceId>(.*?)</.exec(await response.text())?.[1] ?? '';
}

describe('the control API', () => {
  it('opens a session as a holder, and shows it', async () => {
    const instanceId = await launch();
    const opened = await scratch.control('machine', { act: 'open-session', instanceId });
    expect(opened.status).toBe(200);
    const { body } = await scratch.control('state');
    expect(body).toMatchObject({
      instances: [{ id: instanceId, state: 'running', agent: 'Online' }],
      sessions: [opened.body],
    });
  });

  it('marks a template version as having no route to SSM', async () => {
    const change = {
      account: '111111111111',
      region: 'ap-northeast-1',
      template: 'sekisho-ops-server',
      version: 2,
      routeToSsm: false,
    };
    const { body } = await scratch.control('template', change);
    expect(body).toMatchObject({ versions: [{}, { number: 2, routeToSsm: false }, {}] });
  });

  it('says which field of a bad request is wrong', async () => {
    const { status, body } = await scratch.control('faults', { faults: [{ kind: 'flood' }] });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('faults[0].kind');
  });

  it('moves the clock in test mode only', async () => {
    expect((await scratch.control('clock', { advanceMs: 1 })).status).toBe(403);
  });

  it('takes no form, which any web page could send', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect(await send(headers, '{"faults":[]}', '/_practice/faults')).toBe(415);
  });
});

describe('the practice server', () => {
  it.each([
    ['127.0.0.1:4546', 200],
    ['localhost:4546', 200],
    ['practice.localhost', 200],
    ['[::1]:4546', 200],
    ['practice.example.com', 403],
    ['127.0.0.1.example.com', 403],
    ['localhost@example.com', 403],
  ])('answers the host %s with %i', async (host, status) => {
    expect(await send({ host })).toBe(status);
  });

  it('refuses pages of other origins', async () => {
    expect(await send({ origin: 'https://example.com' })).toBe(403);
    expect(await send({ origin: 'null' })).toBe(403);
    expect(await send({ origin: 'http://localhost:4545' })).toBe(200);
  });

  it.each([
    ['/schedules/%zz', 400],
    ['/schedule-groups', 404],
    ['/schedules/a/b', 404],
  ])(
    'refuses the scheduler path %s in the words of AWS, not as a bug of its own',
    async (path, status) => {
      const authorization =
        'AWS4-HMAC-SHA256 Credential=x/20260501/ap-northeast-1/scheduler/aws4_request, SignedHeaders=host, Signature=0';
      const answer = await fetch(`${scratch.aws.url}${path}`, { headers: { authorization } });
      expect(answer.status).toBe(status);
      expect(answer.headers.get('x-amzn-errortype')).toMatch(/Exception$/);
    },
  );

  it('refuses bodies over a mebibyte', async () => {
    expect(await send({}, 'x'.repeat(1024 * 1024 + 1))).toBe(413);
  });

  it('asks unsigned requests for a signature', async () => {
    expect(await send({}, 'Action=DescribeInstances', '/')).toBe(400);
  });
});
