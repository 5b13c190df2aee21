import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { judgeRun, type ProbeTarget, runProbe } from '../src/index.ts';
import { makeAuthority, type Pair } from './certificates.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  open.push({ close });
  return (server.address() as AddressInfo).port;
}

const serve = async (answer: RequestListener) =>
  `http://shop.test:${await listen(createServer(answer))}/health`;
const serveTls = async (
  pair: Pair,
  answer: RequestListener = (_, response) => response.end('ok'),
) => `https://shop.test:${await listen(createTlsServer(pair, answer))}/health`;

const NOW = Date.now();
const loopback = [{ address: '127.0.0.1', family: 4 as const }];
/** Every name is this machine. */
const run = (url: string, more: Partial<ProbeTarget> = {}) =>
  runProbe(
    { url, reach: 'private', timeoutMs: 20_000, ...more },
    {
      now: () => NOW,
      lookup: () => Promise.resolve(loopback),
    },
  );

describe('a probe of an HTTP server', () => {
  it('tells the answer and how long each phase took', async () => {
    const url = await serve((_, response) => response.writeHead(204).end());
    const { at, phases, outcome } = await run(url);
    expect(outcome).toEqual({
      kind: 'answered',
      status: 204,
      body: '',
      url,
      certificateEnds: null,
    });
    expect(at).toBe(NOW);
    const { dns, connect, tls, firstByte, whole } = phases;
    expect(tls).toBeNull();
    const parts = [dns, connect, firstByte].map((each) => each ?? Number.NaN);
    expect(parts.every((each) => each >= 0)).toBe(true);
    expect(whole).toBeGreaterThanOrEqual(parts.reduce((sum, each) => sum + each, 0));
  });

  it('sends its headers, and asks for bytes as they are', async () => {
    const url = await serve((request, response) => response.end(JSON.stringify(request.headers)));
    const { outcome } = await run(url, { headers: { 'x-key': 'k' } });
    const body = outcome.kind === 'answered' ? (JSON.parse(outcome.body) as object) : {};
    expect(body).toMatchObject({ 'x-key': 'k', 'accept-encoding': 'identity' });
  });

  it('reads no more of a body than it was told', async () => {
    const url = await serve((_, response) => {
      const more = () => response.write('x'.repeat(1000), () => setImmediate(more));
      more();
    });
    const { outcome } = await run(url, { maxBytes: 1500 });
    expect(outcome).toMatchObject({ kind: 'answered', body: 'x'.repeat(1500) });
  });

  it('counts a slow first byte to the first byte', async () => {
    const url = await serve((_, response) => void setTimeout(() => response.end('late'), 300));
    const { phases } = await run(url);
    expect(phases.firstByte).toBeGreaterThanOrEqual(290);
  });

  it('fails in the phase that did not end in time', async () => {
    const silent = await serve(() => {});
    const half = await serve((_, response) => void response.writeHead(200).write('half'));
    const within = { timeoutMs: 2000 };
    const runs = await Promise.all([run(silent, within), run(half, within)]);
    expect(runs.map(({ outcome }) => outcome)).toEqual([
      failed('first-byte', 'timeout'),
      failed('body', 'timeout'),
    ]);
  });

  it('fails in the phase in which the connection broke', async () => {
    const early = await serve((request) => request.socket.resetAndDestroy());
    const midway = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.socket?.destroy());
    });
    const port = await listen(createServer());
    await open.pop()?.close();
    expect((await run(early)).outcome).toEqual(failed('first-byte', 'ECONNRESET'));
    expect((await run(midway)).outcome).toEqual(failed('body', 'ECONNRESET'));
    const refused = await run(`http://shop.test:${port}/`);
    expect(refused.outcome).toEqual(failed('connect', 'ECONNREFUSED'));
    expect(refused.phases).toMatchObject({ connect: null, firstByte: null });
  });

  it('fails on what is not HTTP', async () => {
    const server = createSocketServer((socket) => {
      socket.on('error', () => {});
      socket.resume().end('SSH-2.0-OpenSSH_9.2\r\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push({ close: () => new Promise<void>((resolve) => server.close(() => resolve())) });
    const { outcome } = await run(`http://shop.test:${(server.address() as AddressInfo).port}/`);
    expect(outcome).toMatchObject({ kind: 'failed', phase: 'first-byte' });
  });
});

const failed = (phase: string, code: string) => ({ kind: 'failed', phase, code });

describe('a probe’s redirects', () => {
  const hop = (to: string) =>
    serve((_, response) => response.writeHead(302, { location: to }).end());

  it('are answers, when none is to be followed', async () => {
    expect((await run(await hop('/elsewhere'))).outcome).toMatchObject({ status: 302 });
  });

  it('are followed as often as allowed, and its headers go to its own origin alone', async () => {
    const last = await serve((request, response) =>
      response.end(String(request.headers['x-key'] ?? 'none')),
    );
    const first = await hop(last);
    const more = { redirects: 1, headers: { 'x-key': 'secret' } };
    expect((await run(first, more)).outcome).toMatchObject({
      status: 200,
      body: 'none',
      url: last,
    });
    const twice = await run(await hop(first), more);
    expect(twice.outcome).toEqual(failed('body', 'too-many-redirects'));
  });

  it('lead to no address that it may not ask', async () => {
    const first = await hop('http://169.254.169.254/latest/meta-data/');
    const { outcome } = await run(first, { redirects: 3 });
    expect(outcome).toEqual(failed('address', 'forbidden-address'));
  });

  it('lead from TLS to TLS, and to no file', async () => {
    const authority = makeAuthority();
    const pair = authority.issue({ name: 'shop.test', days: 20 });
    const to = (location: string) =>
      serveTls(pair, (_, response) => response.writeHead(301, { location }).end());
    const more = { redirects: 3, ca: authority.cert };
    const plain = await run(await to('http://shop.test/'), more);
    expect(plain.outcome).toEqual(failed('address', 'redirect-without-tls'));
    const file = await run(await to('file:///etc/passwd'), more);
    expect(file.outcome).toEqual(failed('address', 'bad-url'));
  });
});

describe('a probe of a TLS server', () => {
  const authority = makeAuthority();
  const ca = authority.cert;

  it('trusts the authority that it was given, and tells when the certificate ends', async () => {
    const url = await serveTls(authority.issue({ name: 'shop.test', days: 20 }));
    const probed = await run(url, { ca });
    expect(probed.outcome).toMatchObject({ kind: 'answered', status: 200, body: 'ok' });
    expect(probed.phases.tls).toBeGreaterThanOrEqual(0);
    expect(judgeRun(probed, { certificateDays: 15 })).toEqual([]);
    expect(judgeRun(probed, { certificateDays: 30 })).toMatchObject([{ kind: 'certificate' }]);
  });

  it.each([
    ['of another name', { name: 'other.test', days: 20 }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['that has ended', { name: 'shop.test', days: -1 }, 'CERT_HAS_EXPIRED'],
  ])('fails on a certificate %s', async (_, wish, code) => {
    const url = await serveTls(authority.issue(wish));
    expect((await run(url, { ca })).outcome).toEqual(failed('tls', code));
  });

  it('fails on an authority that it does not know', async () => {
    const url = await serveTls(authority.issue({ name: 'shop.test', days: 20 }));
    expect((await run(url)).outcome).toMatchObject({ kind: 'failed', phase: 'tls' });
  });

  it('fails on a server that speaks no TLS', async () => {
    const url = (await serve((_, response) => response.end())).replace('http:', 'https:');
    expect((await run(url, { ca })).outcome).toMatchObject({ kind: 'failed', phase: 'tls' });
  });
});

describe('a probe’s names', () => {
  const probe = (
    url: string,
    addresses: readonly string[],
    reach: 'public' | 'private' = 'public',
  ) =>
    runProbe(
      { url, reach, timeoutMs: 20_000 },
      {
        now: () => NOW,
        lookup: () =>
          Promise.resolve(
            addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
          ),
      },
    );
  const forbidden = failed('address', 'forbidden-address');

  it('are refused when any of their addresses is not public', async () => {
    expect((await probe('http://shop.test/', ['127.0.0.1'])).outcome).toEqual(forbidden);
    expect((await probe('http://shop.test/', ['8.8.8.8', '10.0.0.7'])).outcome).toEqual(forbidden);
    expect((await probe('http://shop.test/', ['fd00:ec2::254'], 'private')).outcome).toEqual(
      forbidden,
    );
  });

  it('are refused when they are such addresses themselves, however written', async () => {
    for (const host of [
      '127.0.0.1',
      '0x7f.1',
      '2130706433',
      '[::1]',
      '[::ffff:7f00:1]',
      '169.254.169.254',
    ])
      expect((await probe(`http://${host}/`, [])).outcome).toEqual(forbidden);
  });

  it('fail as the resolver says', async () => {
    const lookup = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));
    const { outcome, phases } = await runProbe(
      { url: 'http://shop.test/' },
      { now: () => NOW, lookup },
    );
    expect(outcome).toEqual(failed('dns', 'ENOTFOUND'));
    expect(phases.dns).toBeNull();
    const none = await probe('http://shop.test/', []);
    expect(none.outcome).toEqual(failed('dns', 'ENOTFOUND'));
    const silent = () => new Promise<never>(() => {});
    const waited = await runProbe(
      { url: 'http://shop.test/', timeoutMs: 50 },
      { now: () => NOW, lookup: silent },
    );
    expect(waited.outcome).toEqual(failed('dns', 'timeout'));
  });

  it('are of HTTP alone', async () => {
    for (const url of ['ftp://shop.test/', 'shop.test', 'file:///etc/passwd'])
      expect((await probe(url, ['8.8.8.8'])).outcome).toEqual(failed('address', 'bad-url'));
  });
});
