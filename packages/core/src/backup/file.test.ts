import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it, vi } from 'vitest';
import { spool, writeWhole } from './file.ts';
import { seal } from './seal.ts';

/** More than any buffer on the way holds, and how far somebody read it. */
function long() {
  const told = { began: false, ended: false };
  async function* lines() {
    told.began = true;
    try {
      for (let line = 0; line < 100; line += 1) yield randomBytes(25_000).toString('hex');
    } finally {
      told.ended = true;
    }
  }
  return { told, lines: lines() };
}

const recipient = await identityToRecipient(await generateX25519Identity());
const folder = () => mkdtempSync(join(tmpdir(), 'sekisho-file-'));

describe.each([
  ['in clear', []],
  ['sealed', [recipient]],
])('a backup %s', (_, recipients) => {
  it('begins to read nothing that it has no place for', async () => {
    const { told, lines } = long();
    const written = writeWhole(join(folder(), 'none', 'x'), await seal(lines, recipients));
    await expect(written).rejects.toThrow('ENOENT');
    await sleep(20);
    expect(told.began).toBe(false);
  });

  it('lets go of what it reads when its reader goes', async () => {
    const { told, lines } = long();
    for await (const _part of await seal(lines, recipients)) break;
    await vi.waitFor(() => expect(told).toEqual({ began: true, ended: true }));
  });
});

it('what is spooled has no name, so that nothing of it stays when the process dies', async () => {
  const place = folder();
  const seen: string[][] = [];
  async function* bytes() {
    for (const text of ['one ', 'two']) {
      seen.push(readdirSync(place));
      yield Buffer.from(text);
    }
  }
  const { bytes: size, content } = await spool(place, bytes());
  const all: Buffer[] = [];
  for await (const chunk of content) all.push(chunk as Buffer);
  expect([size, Buffer.concat(all).toString(), seen]).toEqual([7, 'one two', [[], []]]);
});
