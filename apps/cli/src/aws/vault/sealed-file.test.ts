import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { sealedFile, Unopened } from './sealed-file.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sekisho-vault-'));
  file = join(folder, 'secrets.sealed');
});

const host = { sleep: async (milliseconds: number) => sleep(milliseconds).then(() => undefined) };

function vaultOf(phrase = 'correct horse battery') {
  return sealedFile({ host, file, passphrase: async () => phrase });
}

/** Another process that works with the file. @param room no file of its may be larger, in units of 512 bytes */
function elsewhere(work: string, room = 'unlimited') {
  const module = JSON.stringify(new URL('./sealed-file.ts', import.meta.url).href);
  const code = `
    import { sealedFile } from ${module};
    const host = { sleep: (ms) => new Promise((done) => setTimeout(done, ms)) };
    const file = ${JSON.stringify(file)};
    const vault = sealedFile({ host, file, passphrase: async () => 'correct horse battery' });
    ${work}`;
  const node = [process.execPath, '--input-type=module', '-e', code];
  const limited = ['-c', `ulimit -f ${room}; exec "$@"`, 'sh', ...node];
  return spawn('sh', limited, { stdio: ['ignore', 'pipe', 'inherit'] });
}

describe('a file under a passphrase', { timeout: 60_000 }, () => {
  test('gives back what was kept, to nobody without the passphrase, and is its owner’s alone', async () => {
    const vault = vaultOf();
    expect(await vault.read('a')).toBeNull();
    await vault.write('a', 'the-secret');
    await vault.write('b', 'another');
    await vault.remove('b');
    expect(await vaultOf().read('a')).toBe('the-secret');
    expect(await vaultOf().read('b')).toBeNull();
    expect(readFileSync(file).includes('the-secret')).toBe(false);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await expect(vaultOf('another phrase').read('a')).rejects.toThrow(Unopened);
    await expect(vaultOf('another phrase').write('a', 'mine')).rejects.toThrow(Unopened);
    expect(await vaultOf().read('a')).toBe('the-secret');
  });

  test('is refused when a single bit of it, anywhere, was changed', async () => {
    await vaultOf().write('a', 'the-secret');
    const whole = readFileSync(file);
    // Its name, salt, first bytes, tag and text.
    for (const at of [0, 20, 40, 55, whole.length - 1]) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(file, changed);
      await expect(vaultOf().read('a')).rejects.toThrow(Unopened);
    }
    writeFileSync(file, whole.subarray(0, -1));
    await expect(vaultOf().read('a')).rejects.toThrow(Unopened);
    writeFileSync(file, '');
    await expect(vaultOf().read('a')).rejects.toThrow(Unopened);
  });

  test('loses nothing of two processes that write at the same time', async () => {
    const writers = ['x', 'y'].map((name) =>
      elsewhere(`for (let i = 0; i < 5; i += 1) await vault.write('${name}' + i, String(i));`),
    );
    await Promise.all(writers.map(async (one) => once(one, 'exit')));
    const names = ['x', 'y'].flatMap((name) => [0, 1, 2, 3, 4].map((i) => `${name}${i}`));
    const vault = vaultOf();
    for (const name of names) expect(await vault.read(name)).toBe(name.slice(1));
  });

  test('is whole after its writer was killed, or had no room, and what that left behind is removed', async () => {
    await vaultOf().write('first', 'here');
    const killed = elsewhere(`
      await vault.write('ready', 'yes');
      process.stdout.write('ready');
      for (let i = 0; ; i += 1) await vault.write('n', String(i));`);
    await once(killed.stdout, 'data');
    await sleep(5);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    expect(await vaultOf().read('first')).toBe('here');
    const large = `await vault.write('n', '0'.repeat(1_000_000)).catch((e) => process.stdout.write(e.code));`;
    const writer = elsewhere(large, '500');
    const [said] = (await once(writer.stdout, 'data')) as [Buffer];
    expect(said.toString()).toBe('EFBIG');
    expect(await vaultOf().read('first')).toBe('here');
    // As if killed before the new file was put in place.
    writeFileSync(`${file}.sekisho-1`, 'half a file');
    await vaultOf().write('last', 'too');
    expect(readdirSync(folder).toSorted()).toEqual(['secrets.sealed', 'secrets.sealed.lock']);
    expect(await vaultOf().read('first')).toBe('here');
  });
});
