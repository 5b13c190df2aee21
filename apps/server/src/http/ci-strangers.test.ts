import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenDoor, openDoor, post } from '../../../../test/support/open-door.ts';
import { clientAddress } from '../client-address.ts';
import { usualCiLimits } from './ci-limits.ts';

const mebibyte = 1024 * 1024;
const call = { token: 'nonsense', purpose: 'apply' };
/** What every call is told that got as far as its token: no token is believed here. */
const read = 'ci-not-set-up';

let door: OpenDoor;
const open: Socket[] = [];
beforeAll(async () => {
  const pace = { seconds: 5, bytes: 4 * mebibyte };
  const ciLimits = { ...usualCiLimits, pace };
  door = await openDoor({ ciLimits, clientAddress: clientAddress(['127.0.0.1']) });
});
afterAll(async () => {
  for (const socket of open) socket.destroy();
  await door.close();
});

/** Declares a body, sends its beginning and then nothing. */
async function stall(from: string, declared: number, sent = 0): Promise<Socket> {
  const socket = connect(door.listening.port, '127.0.0.1');
  open.push(socket.on('error', () => undefined));
  await once(socket, 'connect');
  const head = [
    'POST /api/v1/ci/exchange HTTP/1.1',
    `host: ${door.host}`,
    `x-forwarded-for: ${from}`,
    'content-type: application/json',
    `content-length: ${declared}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${'x'.repeat(sent)}`);
  return socket;
}

async function codeOf(answer: Promise<Response>): Promise<string> {
  return ((await (await answer).json()) as { code: string }).code;
}

function send(verb: string, from: string, body: object): Promise<string> {
  return codeOf(post(door, verb, body, { 'x-forwarded-for': from }));
}

/** A plan is sent along, so that the call is large. */
function plan() {
  return { ...call, plan: { sha256: 'a'.repeat(64), json: 'x'.repeat(300_000) } };
}

it('is closed to nobody by strangers who declare much and send nothing', async () => {
  for (const size of [40, 40, 40, 8]) await stall('192.0.2.1', size * mebibyte);
  for (const from of ['192.0.2.1', '198.51.100.7']) {
    expect(await send('ci.exchange', from, plan())).toBe(read);
    expect(await send('ci.finish', from, { ...call, lease: 'ci-7k3f9q2m' })).toBe(read);
  }
});

it('reads one large body of a network at a time, and its renewals and ends beside it', async () => {
  const beside = async () => {
    await stall('192.0.2.9', 40 * mebibyte, mebibyte);
    // While a short call goes to and fro, the large one has begun.
    await send('ci.exchange', '192.0.2.9', call);
    return send('ci.exchange', '192.0.2.9', plan());
  };
  await expect.poll(beside, { timeout: 4000 }).toBe('rate-limited');
  expect(await send('ci.exchange', '192.0.2.9', call)).toBe(read);
  expect(await send('ci.finish', '192.0.2.9', { ...call, lease: 'ci-7k3f9q2m' })).toBe(read);
  expect(await send('ci.exchange', '198.51.100.7', plan())).toBe(read);
});

it('hangs up on whoever sends too slowly, and gives the room to the next', async () => {
  const stalled = [0, 100, mebibyte].map(async (sent, index) => {
    const socket = await stall(`203.0.113.${index}`, 40 * mebibyte, sent);
    const said: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => said.push(chunk));
    await once(socket, 'close');
    expect(Buffer.concat(said).toString()).toMatch(/^HTTP\/1\.1 408 .*came too slowly/s);
  });
  await Promise.all(stalled);
  expect(await send('ci.exchange', '203.0.113.2', plan())).toBe(read);
}, 20_000);
