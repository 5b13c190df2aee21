import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { playbook } from './places.ts';
import { type Ended, present, required, run } from './run.ts';

const tools = ['mmdebstrap', 'ansible-playbook', 'unshare', 'chroot', 'tar'];
const able = process.getuid?.() === 0 && present(...tools);

/** Whether a root cannot be made here; `SEKISHO_REQUIRE_OPS_IMAGE=1` lets the tests fail instead. */
export const withoutRoot = !able && !required;
if (withoutRoot) {
  console.log(`SKIPPED: applying the role to a root needs root's rights and ${tools.join(', ')}.`);
}

/** What Ansible and `systemd-analyze` ask of a root. */
const includes = 'python3-minimal,python3-apt,systemd,ca-certificates';

export interface DebianRoot {
  readonly path: string;
  /** Applies the role. @returns what Ansible said */
  apply(settings?: Readonly<Record<string, unknown>>, ...more: readonly string[]): Promise<Ended>;
  /** Runs a shell script inside, with processes of its own and this machine's network. */
  inside(script: string, env?: Readonly<Record<string, string>>): Promise<Ended>;
  remove(): void;
}

/** A fresh bookworm; what it is unpacked from is made once and kept. */
export async function openRoot(): Promise<DebianRoot> {
  const base = await keptBase();
  const path = mkdtempSync(join(roomy(), 'sekisho-ops-root-'));
  must(await run('tar', ['--extract', '--numeric-owner', '--file', base, '--directory', path]));
  const env = { ANSIBLE_PIPELINING: '1', ANSIBLE_NOCOLOR: '1', ANSIBLE_LOCALHOST_WARNING: '0' };
  const place = ['-i', `${path},`, '-c', 'community.general.chroot'];
  return {
    path,
    apply: (settings = {}, ...more) =>
      run(
        'ansible-playbook',
        [...place, '--extra-vars', JSON.stringify(settings), ...more, playbook],
        env,
      ),
    inside: (script, inner = {}) => {
      const outer = 'mount -t proc proc "$0/proc" && exec chroot "$0" /bin/sh -c "$1"';
      const apart = ['--mount', '--pid', '--fork', '--kill-child', 'sh', '-c', outer];
      const PATH = '/tmp/fakes:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
      return run('unshare', [...apart, path, script], { PATH, ...inner });
    },
    remove: () => rmSync(path, { recursive: true }),
  };
}

/** Memory where there is plenty, because dpkg waits for a disk at every file. */
function roomy(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 4e9 ? memory : tmpdir();
}

async function keptBase(): Promise<string> {
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const folder = join(cache, 'sekisho-ci');
  const base = join(folder, 'bookworm-1.tar');
  if (existsSync(base)) return base;
  mkdirSync(folder, { recursive: true });
  const made = `${base}.${process.pid}.tar`;
  const options = ['--quiet', '--variant=apt', '--dpkgopt=force-unsafe-io'];
  must(await run('mmdebstrap', [...options, `--include=${includes}`, 'bookworm', made]));
  renameSync(made, base);
  return base;
}

function must({ code, stdout, stderr }: Ended): void {
  if (code !== 0) throw new Error(`${stdout}\n${stderr}`);
}
