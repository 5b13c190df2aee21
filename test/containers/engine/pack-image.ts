import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const commands = [
  'sh',
  'sleep',
  'date',
  'cat',
  'mv',
  'mkdir',
  'chmod',
  'rm',
  'id',
  'true',
  'touch',
];

const people = `root:x:0:0::/:/bin/sh
holder:x:1000:1000::/home/holder:/bin/sh
`;

/** Packs the root of an image that has no more than an ops server's image must: a tar file of a few megabytes. */
export function packImage(folder: string): string {
  const root = join(folder, 'root');
  for (const each of ['bin', 'etc', 'tmp', 'proc', 'home/holder'])
    mkdirSync(join(root, each), { recursive: true });
  const busybox = spawnSync('sh', ['-c', 'command -v busybox'], { encoding: 'utf8' }).stdout.trim();
  spawnSync('cp', ['--dereference', busybox, join(root, 'bin/busybox')]);
  for (const each of commands) symlinkSync('busybox', join(root, 'bin', each));
  writeFileSync(join(root, 'bin/bash'), '#!/bin/sh\nexec /bin/sh "$@"\n');
  chmodSync(join(root, 'bin/bash'), 0o755);
  writeFileSync(join(root, 'etc/passwd'), people);
  const tar = join(folder, 'root.tar');
  spawnSync('tar', ['--create', '--file', tar, '--directory', root, '.']);
  return tar;
}
