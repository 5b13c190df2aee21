import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Folders and the Node of a container. */
export interface Confinement {
  /** An empty folder, in which only the container sees something. */
  readonly root: string;
  readonly node: string;
  /** `node_modules` that the package was installed into. */
  readonly modules: string;
  readonly config: string;
  /** What it may write to, owned by its user. */
  readonly data: string;
  readonly user: readonly string[];
}

/*
 * What the image's base has, and no more: libraries, certificates, Node. Everything is read only but for /data and
 * a /tmp that is gone with the process. The mounts are those of a namespace that ends with it.
 */
const script = `
set -e
root=$1 node=$2 modules=$3 config=$4 data=$5 uid=$6 gid=$7
shift 7
bind() { mount --bind "$1" "$2"; mount -o remount,bind,ro "$2"; }
mount --make-rprivate /
mount -t tmpfs -o mode=755 none "$root"
cd "$root"
for place in lib lib64 usr/lib etc/ssl; do
  if [ -e "/$place" ]; then mkdir -p "$place"; bind "/$place" "$place"; fi
done
mkdir -p proc dev nodejs/bin opt/node_modules opt/sekisho etc/sekisho data tmp
touch nodejs/bin/node
bind "$node" nodejs/bin/node
bind "$modules" opt/node_modules
bind "$modules/sekisho" opt/sekisho
bind "$config" etc/sekisho
mount --bind "$data" data
mount --rbind /dev dev
mount -t proc none proc
mount -t tmpfs -o mode=1777,noexec,nosuid none tmp
mount -o remount,ro "$root"
exec setpriv --no-new-privs unshare --root="$root" --wd=/data --setgid "$gid" --setuid "$uid" -- "$@"
`;

/**
 * The command line that runs another one as a container of the image would, without an engine: as process 1 of its
 * own. `unshare` waits for it, hands no signal on, and ends as it did.
 */
export function confined(place: Confinement, argv: readonly string[]): readonly string[] {
  const { root, node, modules, config, data, user } = place;
  const words = [root, node, modules, config, data, ...user];
  return [...alone, 'sh', '-c', script, 'sh', ...words, ...argv];
}

const alone = ['unshare', '--mount', '--pid', '--fork', '--kill-child', '--'];

/** Sends process 1 of what was started so a signal, as an engine does. */
export function signalInside(pid: number, signal: NodeJS.Signals): void {
  const inner = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  process.kill(Number(inner), signal);
}

/** Why this machine cannot do that; null when it can. */
export function whyNot(): string | null {
  if (process.platform !== 'linux') return 'only Linux has namespaces';
  if (process.getuid?.() !== 0) return 'only root may make mounts';
  const words = [...alone.slice(1), 'mount', '-t', 'tmpfs', 'none', '/mnt'];
  const { status, stderr, error } = spawnSync('unshare', words, { encoding: 'utf8' });
  return status === 0 ? null : (error?.message ?? stderr.trim());
}
