import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Metadata, startMetadataService } from './metadata-service.ts';
import { programs } from './places.ts';
import { present, required, run } from './run.ts';

const absent = !required && !(present('sh', 'curl') && existsSync('/proc/uptime'));
if (absent) console.log('SKIPPED: the shut-down timer needs sh, curl and /proc.');

const tag = 'sekisho:hard-maximum';
let folder: string;
let metadata: Metadata;
let service: Awaited<ReturnType<typeof startMetadataService>>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sekisho-hard-maximum-'));
  writeFileSync(join(folder, 'systemctl'), `#!/bin/sh\necho "$@" >>'${folder}/asked'\n`, {
    mode: 0o755,
  });
  metadata = { instanceId: 'i-0123', tags: {}, silent: false };
  service = await startMetadataService(metadata);
});
afterEach(async () => {
  await service.close();
  rmSync(folder, { recursive: true });
});

/** Runs the timer's program once. @returns what systemd was asked for, in all */
async function look(blindMinutes = 15): Promise<string> {
  const { code, stderr } = await run(join(programs, 'hard-maximum'), [], {
    PATH: `${folder}:${process.env['PATH'] ?? ''}`,
    AWS_EC2_METADATA_SERVICE_ENDPOINT: service.url,
    RUNTIME_DIRECTORY: folder,
    SEKISHO_BLIND_MINUTES: String(blindMinutes),
    SEKISHO_LIB: programs,
  });
  expect(code, stderr).toBe(0);
  const asked = join(folder, 'asked');
  return existsSync(asked) ? readFileSync(asked, 'utf8').trim() : '';
}

function inSeconds(seconds: number): string {
  return new Date(Date.now() + seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** As if the last good answer were so many seconds ago. */
function blindFor(seconds: number): void {
  const known = join(folder, 'known');
  const [seen, maximum] = readFileSync(known, 'utf8').trim().split(' ');
  writeFileSync(known, `${Number(seen) - seconds} ${maximum ?? 'none'}\n`);
}

describe.skipIf(absent)('the shut-down timer', () => {
  it('lets the server be before its hard maximum, and powers it off at it', async () => {
    metadata.tags[tag] = inSeconds(3600);
    expect(await look()).toBe('');
    metadata.tags[tag] = inSeconds(-1);
    expect(await look()).toBe('poweroff');
  });

  it('powers off at the time that it knew when metadata answers no more', async () => {
    metadata.tags[tag] = inSeconds(1);
    expect(await look()).toBe('');
    metadata.silent = true;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await look()).toBe('poweroff');
  });

  it('powers off once metadata has been silent for its bound, and not before', async () => {
    metadata.silent = true;
    expect(await look()).toBe('');
    blindFor(14 * 60);
    expect(await look()).toBe('');
    blindFor(60);
    expect(await look()).toBe('poweroff');
  });

  it('counts a tag that is missing or no time as silence', async () => {
    metadata.tags[tag] = inSeconds(3600);
    await look();
    for (const value of ['tomorrow', '', '2026-11-23', '2999-99-99T00:00:00Z']) {
      metadata.tags[tag] = value;
      await look();
    }
    blindFor(15 * 60);
    expect(await look()).toBe('poweroff');
  });

  it('begins to count anew with every good answer', async () => {
    metadata.silent = true;
    await look();
    blindFor(14 * 60);
    Object.assign(metadata, { silent: false, tags: { [tag]: inSeconds(3600) } });
    await look();
    metadata.silent = true;
    blindFor(14 * 60);
    expect(await look()).toBe('');
  });
});
