import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { makeApp, startBench, stopBenches } from '../test/bench.ts';

afterEach(stopBenches);

test('lets nobody act as a person without the secret', async () => {
  const { slack } = await startBench();
  const ask = (headers: Record<string, string>) =>
    fetch(`${slack.url}/practice/users`, { headers });
  expect((await ask({})).status).toBe(401);
  expect((await ask({ authorization: 'Bearer wrong' })).status).toBe(401);
  expect((await ask({ authorization: 'Bearer practice-secret' })).status).toBe(200);
});

test('refuses a Host that is not its own', async () => {
  const { slack } = await startBench();
  const headers = { host: 'evil.example', authorization: 'Bearer practice-secret' };
  const status = await new Promise((resolve, reject) => {
    request(`${slack.url}/practice/users`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(403);
});

test('names what is wrong with a request', async () => {
  const bench = await startBench();
  expect(await bench.person('command', { user: 'U0ENG' })).toMatchObject({
    ok: false,
    error: expect.stringContaining('channel'),
  });
});

test('keeps messages, tokens and the secret over a restart, readable by their owner alone', async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'practice-slack-'));
  const first = await startBench({ dataDirectory });
  await first.person('message', { user: 'U0ENG', channel: 'C0OPS', text: 'still here?' });
  await first.slack.close();
  const again = await startBench({ dataDirectory });
  expect(again.slack.botToken).toBe(first.slack.botToken);
  const kept = await again.messages('U0ENG', 'C0OPS', (all) => all.length > 0);
  expect(kept).toMatchObject([{ text: 'still here?' }]);
  expect((await stat(join(dataDirectory, 'slack.json'))).mode & 0o077).toBe(0);
  await again.slack.close();
  await rm(dataDirectory, { recursive: true });
});

test('has on disk what it told the app, before it told it', async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'practice-slack-'));
  const { slack } = await startBench({ dataDirectory });
  for (const text of ['one', 'two', 'three']) {
    const body = JSON.stringify({ channel: 'C0OPS', text });
    const headers = {
      authorization: `Bearer ${slack.botToken}`,
      'content-type': 'application/json',
    };
    const answer = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      body,
      headers,
    });
    const { ts } = (await answer.json()) as { ts: string };
    expect(await readFile(join(dataDirectory, 'slack.json'), 'utf8')).toContain(`"ts":"${ts}"`);
  }
  await slack.close();
  await rm(dataDirectory, { recursive: true });
});

test.each(['//', '/link/?ticket=stolen', '/elsewhere'])(
  'hangs up on a socket to %s and lives on, also when it is cut',
  async (path) => {
    const { slack } = await startBench();
    const { hostname, port } = new URL(slack.url);
    const ask = `GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;
    const said = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write(ask));
      socket.once('data', (data) => resolve(data.toString()));
      socket.once('error', reject);
    });
    expect(said).toMatch(/^HTTP\/1\.1 401 /);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () =>
        socket.write(ask, () => socket.resetAndDestroy()),
      );
      socket.once('close', () => resolve());
    });
    expect((await fetch(`${slack.url}/practice/users`)).status).toBe(401);
  },
);

test('streams what one person could notice, and resumes after the last they saw', async () => {
  const bench = await startBench();
  const stream = async (query: string, wanted: number) => {
    const headers = { authorization: 'Bearer practice-secret' };
    const stop = new AbortController();
    const response = await fetch(`${bench.slack.url}/practice/stream?${query}`, {
      headers,
      signal: stop.signal,
    });
    const seen: string[] = [];
    for await (const chunk of response.body ?? []) {
      seen.push(
        ...new TextDecoder()
          .decode(chunk)
          .split('\n')
          .filter((line) => line.startsWith('data: {"')),
      );
      if (seen.length >= wanted) break;
    }
    stop.abort();
    return seen;
  };
  await bench.person('message', { user: 'U0SRE', channel: 'C0SRE', text: 'not for emi' });
  await bench.person('message', { user: 'U0SRE', channel: 'C0OPS', text: 'for emi' });
  const [first] = await stream('user=U0SUP&after=0', 1);
  expect(first).toContain('"channel":"C0OPS"');
  expect(await stream('user=U0SRE&after=0', 2)).toHaveLength(2);
});

test('spreads deliveries over the sockets of several servers', async () => {
  const bench = await startBench();
  const taken = [0, 0];
  for (const [i] of taken.entries()) {
    const app = await makeApp(bench);
    app.command('/ops', async ({ ack }) => {
      taken[i] = (taken[i] ?? 0) + 1;
      await ack();
    });
  }
  expect(await bench.look('app')).toMatchObject({ mode: 'socket', connections: 2 });
  for (let i = 0; i < 4; i += 1) {
    await bench.person('command', { user: 'U0ENG', channel: 'C0OPS', text: '/ops list' });
  }
  expect(taken).toEqual([2, 2]);
});
