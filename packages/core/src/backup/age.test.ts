import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, it } from 'vitest';
import { age, withoutAge } from '../../test/age.ts';
import { seal, unseal } from './seal.ts';

async function* lines() {
  for (let line = 0; line < 20_000; line += 1) yield `${JSON.stringify({ line })}\n`;
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}

async function gathered(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

it.skipIf(withoutAge)(
  "is opened by age's own program, and opens what that has sealed",
  async () => {
    const identity = await generateX25519Identity();
    const recipient = await identityToRecipient(identity);
    const key = join(mkdtempSync(join(tmpdir(), 'sekisho-age-')), 'key.txt');
    writeFileSync(key, `${identity}\n`, { mode: 0o600 });
    const sealed = await gathered(await seal(lines(), [recipient]));
    const text = gunzipSync(age(['--decrypt', '--identity', key], sealed)).toString('utf8');
    expect(text.split('\n')).toHaveLength(20_001);
    const theirs = age(['--encrypt', '--recipient', recipient], gzipSync(text));
    expect((await gathered(unseal(once(theirs), [identity]))).toString('utf8')).toBe(text);
  },
);
