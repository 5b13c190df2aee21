import { writeFileSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { emptyFolder, runCli } from './run-cli.ts';

vi.setConfig({ testTimeout: 120_000 });

const folder = emptyFolder();

function fileOf(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

async function listen(server: Server): Promise<number> {
  onTestFinished(() => void server.close());
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return (server.address() as { port: number }).port;
}

/**
 * Asks each client for its password, as PostgreSQL does, and lets none in.
 * Source: PostgreSQL, "Message Formats": AuthenticationCleartextPassword, PasswordMessage.
 */
async function askPasswords() {
  const given: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]));
      socket.once('data', (message) => {
        given.push(message.subarray(5, -1).toString());
        socket.destroy();
      });
    });
  });
  return { port: await listen(server), given };
}

describe('sekisho backup and restore find the database of the environment', () => {
  it('with address or password in files, as the server does', async () => {
    const { port, given } = await askPasswords();
    const apart = {
      SEKISHO_DATABASE_URL: `postgres://sekisho@127.0.0.1:${port}/sekisho`,
      SEKISHO_DATABASE_PASSWORD_FILE: fileOf('password', 'a%b:c\n'),
    };
    const text = `postgres://sekisho:whole@127.0.0.1:${port}/sekisho`;
    const whole = { SEKISHO_DATABASE_URL_FILE: fileOf('address', text) };
    const from = fileOf('backup', '');
    for (const env of [apart, whole])
      for (const args of [
        ['backup', '--to', join(folder, 'kept'), '--unencrypted'],
        ['restore', '--from', from],
      ])
        expect(await runCli(args, { env })).toMatchObject({ code: 5 });
    expect(given).toEqual(['a%b:c', 'a%b:c', 'whole', 'whole']);
  });

  it('and say which setting cannot be used', async () => {
    const env = { SEKISHO_DATABASE_PASSWORD: 'hunter2' };
    const ended = await runCli(['restore', '--from', 'x'], { env });
    expect(ended).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('SEKISHO_DATABASE_URL'),
    });
  });

  it('but ask the server that the command line names', async () => {
    const asked: string[] = [];
    const server = createHttp(({ url }, answer) => {
      asked.push(url ?? '');
      answer.writeHead(500).end();
    });
    const url = `http://127.0.0.1:${await listen(server)}`;
    const env = { SEKISHO_DATABASE_URL: 'postgres://127.0.0.1:1/x', SEKISHO_TOKEN: 'skt_x' };
    const ended = await runCli(['backup', '--to', 'kept', '--unencrypted', '--url', url], { env });
    expect(ended.code).toBe(5);
    expect(asked).toEqual(['/api/v1/backup']);
  });
});
