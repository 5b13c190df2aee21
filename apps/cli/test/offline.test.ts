import { createHash, generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Checkpoint, ExportedEntry } from '@sekisho/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeServer, startFakeServer } from './fake-server.ts';
import { emptyFolder, linesOf, practiceAt, runCli } from './run-cli.ts';

const checkpoint: Checkpoint = {
  installation: 'practice',
  number: 3,
  hash: 'cc',
  at: '2026-11-21T05:00:00.000Z',
  publicKey: 'key',
  signature: 'signature',
};

const entries: readonly ExportedEntry[] = Array.from({ length: 2500 }, (_, at) => ({
  number: at + 1,
  body: 'e30=',
  previous: String(at),
  hash: String(at + 1),
}));

let server: FakeServer;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startFakeServer({
    'timeline.export': ({ after, limit }) =>
      entries.slice(Number(after ?? 0), Number(after ?? 0) + Number(limit ?? 1000)),
    'timeline.anchor': () => checkpoint,
    'timeline.verify': ({ anchors, keys }) => ({
      ok: (anchors ?? []).length < 2,
      entries: 2500,
      head: '2500',
      broken: (anchors ?? []).length < 2 ? null : { number: 17, check: 'anchor' },
      anchorsChecked: (anchors ?? []).length,
      anchorKey: anchors === undefined ? null : keys === undefined ? 'self-asserted' : 'pinned',
    }),
  });
  env = { SEKISHO_DATA: practiceAt(server.url) };
});

afterAll(() => server.close());

function fileWith(text: string, name = 'file'): string {
  const path = join(emptyFolder(), name);
  writeFileSync(path, text);
  return path;
}

/** A chain as the server writes it: each hash over the one before and the entry's own bytes. */
function chainOf(length: number): readonly ExportedEntry[] {
  const chain: ExportedEntry[] = [];
  for (let number = 1; number <= length; number += 1) {
    const previous = chain.at(-1)?.hash ?? '0'.repeat(64);
    const body = JSON.stringify({ number, actor: { id: 'sre' }, texts: {} });
    const hash = createHash('sha256').update(`${previous}\n${body}`).digest('hex');
    chain.push({ number, previous, hash, body: Buffer.from(body).toString('base64') });
  }
  return chain;
}

describe('timeline export', () => {
  it('writes every entry as a line of JSON, page by page', async () => {
    const ended = await runCli(['timeline', 'export'], { env });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(linesOf(ended.stdout).map((line) => JSON.parse(line))).toEqual(entries);
  });

  it('stops at the limit it was given', async () => {
    const ended = await runCli(['timeline', 'export', '--after', '1990', '--limit', '20'], { env });
    const numbers = linesOf(ended.stdout).map((line) => (JSON.parse(line) as ExportedEntry).number);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, at) => 1991 + at));
  });
});

describe('timeline anchor', () => {
  it('prints a checkpoint that verify takes back', async () => {
    const { stdout } = await runCli(['timeline', 'anchor'], { env });
    expect(JSON.parse(stdout)).toEqual(checkpoint);
    const ended = await runCli(['timeline', 'verify', '--anchor', fileWith(stdout), '--json'], {
      env,
    });
    expect(JSON.parse(ended.stdout)).toMatchObject({ ok: true, anchorsChecked: 1 });
  });

  it('is trusted by keys that are named, as PEM or as checkpoints name them, and says so when by none', async () => {
    const anchor = fileWith(JSON.stringify(checkpoint));
    const told = async (...more: string[]) =>
      (await runCli(['timeline', 'verify', '--anchor', anchor, ...more], { env })).stdout;
    expect(await told()).toContain('Nobody vouches for the key');
    const { publicKey } = generateKeyPairSync('ed25519');
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const base64 = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    expect(await told('--key', fileWith(pem))).toContain('A key that you trust signed them.');
    expect(await told('--key', fileWith(`${base64}\n`))).toContain('A key that you trust');
    expect(await told('--keys', base64)).toContain('A key that you trust');
    for (const text of ['', 'not a key', `${base64} x`]) {
      const ended = await runCli(['timeline', 'verify', '--key', fileWith(text)], { env });
      expect(ended).toMatchObject({ code: 2, stdout: '' });
      expect(ended.stderr).toContain('holds no Ed25519 public key');
    }
  });

  it('appends lines to a file, and verify fails with 4 naming the first entry that does not hold', async () => {
    const file = join(emptyFolder(), 'anchor.jsonl');
    for (const _ of [1, 2]) await runCli(['timeline', 'anchor', '--to', file], { env });
    expect(linesOf(readFileSync(file, 'utf8'))).toHaveLength(2);
    const ended = await runCli(['timeline', 'verify', '--anchor', file], { env });
    expect(ended).toMatchObject({ code: 4, stdout: '' });
    expect(linesOf(ended.stderr)).toHaveLength(1);
    expect(ended.stderr).toContain('Entry 17');
  });

  it.each([
    ['nothing', ''],
    ['something else', '{"a": 1}'],
    ['text', 'not json'],
  ])('is not believed when the file holds %s', async (_, text) => {
    const ended = await runCli(['timeline', 'verify', '--anchor', fileWith(text)], { env });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(linesOf(ended.stderr)).toHaveLength(1);
  });
});

describe('timeline verify --file', () => {
  const verify = (file: string) => runCli(['timeline', 'verify', '--file', file]);

  it('holds for a whole export, and names the entry that was changed in it', async () => {
    const chain = chainOf(5);
    const linesOfChain = (from: readonly ExportedEntry[]) =>
      from.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    const whole = await verify(fileWith(linesOfChain(chain)));
    expect(whole).toMatchObject({ code: 0, stderr: '' });
    expect(whole.stdout).toContain('5 entries');
    const body = Buffer.from('{"number":3,"action":"forged"}').toString('base64');
    const forged = chain.map((entry) => (entry.number === 3 ? { ...entry, body } : entry));
    const ended = await verify(fileWith(linesOfChain(forged)));
    expect(ended.code).toBe(4);
    expect(ended.stderr).toContain('Entry 3 ');
  });

  it('finds a forged export without any server', async () => {
    const lines = entries.slice(0, 3).map((entry) => JSON.stringify(entry));
    const ended = await verify(fileWith(lines.join('\n')));
    expect(ended).toMatchObject({ code: 4, stdout: '' });
    expect(ended.stderr).toContain('Entry 1 ');
  });

  it('names the line that is no entry, and a file that is not there', async () => {
    const cut = await verify(fileWith('{"number": 1, "bo'));
    expect(cut.code).toBe(4);
    expect(cut.stderr).toContain('line 1');
    expect(await verify('/nowhere/export.jsonl')).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('check and schema', () => {
  it('lists every problem on standard output and ends with 2 and one line', async () => {
    const file = fileWith('people: 3\nnonsense: true\n', 'sekisho.yaml');
    const ended = await runCli(['check', file]);
    expect(ended.code).toBe(2);
    expect(linesOf(ended.stdout).length).toBeGreaterThan(1);
    expect(ended.stdout).toContain(`${file}:1:`);
    expect(linesOf(ended.stderr)).toHaveLength(1);
    const asData = await runCli(['check', file, '--json']);
    expect(JSON.parse(asData.stdout)).toContainEqual(expect.objectContaining({ file, line: 1 }));
  });

  it('says in one line that a file cannot be read', async () => {
    const ended = await runCli(['check']);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain('sekisho.yaml cannot be read (ENOENT)');
    const image = await runCli(['check'], { env: { SEKISHO_CONFIG: '/nowhere/house.yaml' } });
    expect(image.stderr).toContain('/nowhere/house.yaml cannot be read (ENOENT)');
  });

  it('writes a JSON Schema', async () => {
    const { stdout } = await runCli(['schema']);
    expect(JSON.parse(stdout)).toMatchObject({ title: 'sekisho.yaml', type: 'object' });
  });

  it('writes the manifest of the Slack app, over HTTP with an address', async () => {
    const manifest = async (...more: string[]) => {
      const { stdout } = await runCli(['slack', 'manifest', ...more]);
      return JSON.parse(stdout);
    };
    expect(await manifest()).toMatchObject({ settings: { socket_mode_enabled: true } });
    const words = ['--mode', 'http', '--url', 'https://sekisho.example.com/', '--lang', 'ja'];
    expect(await manifest(...words)).toMatchObject({
      display_information: { description: '強い権限を期限つきで貸し出します' },
      settings: {
        socket_mode_enabled: false,
        interactivity: { request_url: 'https://sekisho.example.com/slack/events' },
      },
    });
    const refused = await runCli(['slack', 'manifest', '--mode', 'http']);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('--url https://');
    expect((await runCli(['slack', 'manifest', '--mode', 'carrier-pigeon'])).code).toBe(2);
  });
});
