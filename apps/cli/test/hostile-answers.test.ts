import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { sampleLease } from '../../../test/support/sample-lease.ts';
import { startFakeServer } from './fake-server.ts';
import { linesOf, practiceAt, runCli } from './run-cli.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const silence: RequestListener = () => {};

async function ask(answer: RequestListener, ...args: readonly string[]) {
  server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const env = {
    SEKISHO_DATA: practiceAt(`http://127.0.0.1:${port}`),
    // Short for the server that says nothing; the others answer long before either.
    SEKISHO_REQUEST_TIMEOUT: answer === silence ? '0.3' : '30',
  };
  return runCli(args.length === 0 ? ['ops', 'list'] : args, { env });
}

const json = { 'content-type': 'application/json' };
const answers: readonly (readonly [string, RequestListener])[] = [
  ['a page of HTML', (_, answer) => answer.end('<!doctype html><h1>Welcome to nginx!</h1>')],
  ['an error page', (_, answer) => answer.writeHead(502).end('<h1>Bad Gateway</h1>')],
  ['an empty 500', (_, answer) => answer.writeHead(500).end()],
  ['JSON that is cut', (_, answer) => answer.writeHead(200, json).end('[{"id": "ops-')],
  ['an answer of another shape', (_, answer) => answer.writeHead(200, json).end('{"a": 1}')],
  ['nothing at all', silence],
  ['a closed connection', (request) => void request.socket.destroy()],
  [
    'a body that breaks off',
    (_, answer) => {
      answer.writeHead(200, { ...json, 'content-length': '1000' });
      answer.write('[');
      setTimeout(() => answer.destroy(), 20);
    },
  ],
  [
    'a redirect elsewhere',
    (_, answer) => answer.writeHead(302, { location: 'https://example.com/' }).end(),
  ],
  [
    'a problem without its words',
    (_, answer) => answer.writeHead(503, json).end('{"code": null, "detail": {"a": 1}}'),
  ],
];

describe('a server that answers badly', () => {
  it.each(answers)('is told in one line with exit code 5: %s', async (_, answer) => {
    const ended = await ask(answer);
    expect(ended).toMatchObject({ code: 5, stdout: '' });
    expect(linesOf(ended.stderr)).toHaveLength(1);
    expect(ended.stderr).not.toMatch(/at .*\.ts|\[object|undefined|null/);
  });
});

describe('text that would command the terminal', () => {
  const evil = 'a\u001b]0;owned\u0007b\u001b[2Jc\u009b31md\re\nf\u202eg\u0000h';

  it('is stripped from tables, cards and errors, and escaped in JSON', async () => {
    const fake = await startFakeServer({
      'ops.list': () => [sampleLease({ reason: evil })],
      'ops.show': () => sampleLease({ reason: evil, holder: evil, environment: evil }),
    });
    const env = { SEKISHO_DATA: practiceAt(fake.url) };
    const shown = await runCli(['ops', 'show', 'ops-7k3f9q2m'], { env });
    const listed = await runCli(['ops', 'list', '--json'], { env });
    await fake.close();
    const commands = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/;
    expect(shown.stdout).not.toMatch(commands);
    expect(shown.stdout).toContain('abcd e fgh');
    expect(listed.stdout).not.toMatch(commands);
    expect(JSON.parse(listed.stdout)).toEqual([sampleLease({ reason: evil })]);
  });

  it('is stripped from what a failing server says', async () => {
    const problem = { code: 'refused', status: 403, detail: `no${evil}`, fix: 'x\nsecond line' };
    const ended = await ask((_, answer) =>
      answer.writeHead(403, json).end(JSON.stringify(problem)),
    );
    expect(ended).toMatchObject({ code: 3, stderr: 'noabcd e fgh x second line\n' });
  });
});

describe('a command to run', () => {
  it('is not run when it is anything but a session', async () => {
    for (const argv of [
      ['sh', '-c', 'echo owned'],
      ['aws', 's3', 'rm'],
      ['aws', '--x', 'ssm', 'y'],
      ['docker', 'run', '--privileged', 'alpine'],
    ]) {
      const told = { instanceId: 'i-1', argv, command: 'x', deadline: null };
      const ended = await ask(
        (_, answer) => answer.writeHead(200, json).end(JSON.stringify(told)),
        ...['ops', 'connect', 'ops-7k3f9q2m', '--exec'],
      );
      expect(ended).toMatchObject({ code: 5, stdout: '' });
      server?.close();
    }
  });
});
