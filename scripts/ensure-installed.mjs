// Installs the dependencies when they are missing, stale or half-installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, root } from './house.mjs';
import { alone } from './lock.mjs';

const lockFile = join(root, 'package-lock.json');
const stamp = join(root, 'node_modules', '.sekisho-installed');

/** What our scripts and the installation need of the machine; everything else runs on the pinned Node. */
const oldestNode = 20;

/** Brings node_modules to what package-lock.json says; does nothing when it is there already. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  demandNode(process.versions.node);
  await alone('install', async () => {
    if (isInstalled()) return; // another command has just done it
    if (!wasInstalledByHand()) install();
    writeFileSync(stamp, lockHash());
  });
}

function demandNode(version) {
  if (Number.parseInt(version, 10) >= oldestNode) return;
  console.error(`Node ${oldestNode} or newer is needed to install; this is Node ${version}.`);
  process.exit(1);
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}

function isInstalled() {
  // The stamp is written last and `npm ci` begins by removing it, so a half-finished installation has none.
  return existsSync(stamp) && existsSync(pinnedNode) && readFileSync(stamp, 'utf8') === lockHash();
}

/** Someone ran `npm ci` or `npm install` themselves: npm's own record says whether it is what we would install. */
function wasInstalledByHand() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record) || !existsSync(pinnedNode)) return false;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules')) return true;
    const found = present[path];
    if (found === undefined) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function install() {
  console.log('Installing dependencies (about a minute, only when they have changed) …');
  rmSync(stamp, { force: true });
  // Under pnpm or yarn this names theirs, which knows neither our lock file nor `ci`.
  const given = process.env.npm_execpath ?? '';
  const npm = /npm-cli\.c?js$/.test(given) ? given : null;
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const args = [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', env: npmEnvironment() });
  if (done.status === 0 && existsSync(pinnedNode)) return;
  console.error(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`.trim());
  console.error(
    done.status === 0
      ? 'npm did not run the install script of the package "node", which brings Node 24. Allow it (npm config set ignore-scripts false) and try again.'
      : 'The dependencies could not be installed. See above; running the same command again starts afresh.',
  );
  process.exit(1);
}

/** npm hands its settings down to scripts; those of the outer command (`--workspace`, `--json`) are not ours. */
function npmEnvironment() {
  const inherited = Object.entries(process.env);
  const own =
    /^npm_(config_(registry|cache|proxy|https_proxy|cafile|userconfig|globalconfig|_auth.*)|execpath)$/i;
  return Object.fromEntries(inherited.filter(([name]) => !/^npm_/i.test(name) || own.test(name)));
}
