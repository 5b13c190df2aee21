import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packImage } from './pack-image.ts';
import { settings } from './settings.ts';

/** A Podman of a test's own: nothing of it is outside its folder. */
export interface Podman {
  readonly folder: string;
  readonly image: string;
  /** Arguments that every command begins with. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const image = 'localhost/sekisho-ops-server:test';
const twoMinutes = 120_000;

/** Why no container can be run here, or null when one was. Errors: when an engine is required and there is none. */
export function whyNoEngine(): string | null {
  const why = tryEngine();
  if (why !== null && settings.requireEngine) throw new Error(`an engine is required, but ${why}`);
  return why;
}

function tryEngine(): string | null {
  if (process.getuid?.() !== 0) return 'only root runs the containers of these tests';
  for (const [command, argument] of [
    ['podman', '--version'],
    ['runc', '--version'],
    ['busybox', 'true'],
  ] as const) {
    if (spawnSync(command, [argument], { stdio: 'ignore' }).status !== 0)
      return `there is no ${command}`;
  }
  const podman = preparePodman();
  try {
    const trial = ['run', '--rm', '--network', 'none', '--memory', '64m', podman.image, 'true'];
    const { status, stderr } = spawnSync('podman', [...podman.args, ...trial], {
      ...{ env: podman.env, timeout: twoMinutes, encoding: 'utf8' },
    });
    return status === 0 ? null : `podman runs no container: ${stderr.trim().slice(0, 300)}`;
  } finally {
    removePodman(podman);
  }
}

/** Makes the folder and imports an image; errors of Podman show in its first use. */
export function preparePodman(): Podman {
  const folder = mkdtempSync(join(tmpdir(), 'sekisho-podman-'));
  const conf = join(folder, 'containers.conf');
  // Without limits of its own it asks for more than a confined machine may give.
  const limits = 'default_ulimits = ["nofile=4096:4096", "nproc=4096:4096"]';
  writeFileSync(conf, `[containers]\n${limits}\n[engine]\ncgroup_manager = "cgroupfs"\n`);
  const store = ['--root', join(folder, 'store'), '--runroot', join(folder, 'run')];
  const podman = {
    ...{ folder, image },
    args: [
      ...store,
      '--storage-driver',
      'vfs',
      '--cgroup-manager',
      'cgroupfs',
      '--runtime',
      'runc',
    ],
    env: { PATH: settings.path, CONTAINERS_CONF: conf, HOME: folder, TMPDIR: folder },
  };
  const tar = packImage(folder);
  spawnSync('podman', [...podman.args, 'import', '--quiet', tar, image], {
    ...{ env: podman.env, stdio: 'ignore', timeout: twoMinutes },
  });
  return podman;
}

/** Ends and removes whatever it holds. */
export function removePodman({ args, env, folder }: Podman): void {
  const options = { env, stdio: 'ignore', timeout: twoMinutes } as const;
  spawnSync('podman', [...args, 'rm', '--all', '--force', '--time', '0'], options);
  rmSync(folder, { recursive: true, force: true });
}
