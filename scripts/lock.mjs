// One process at a time in this tree: two commands on a fresh clone must not install over each other.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './house.mjs';

/**
 * Runs `work` while no other process of this tree runs work of the same name.
 * A lock whose owner has died is taken over.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(name, work) {
  const tree = createHash('sha256').update(root).digest('hex').slice(0, 12);
  // Outside node_modules, which an installation removes.
  const lock = join(tmpdir(), `sekisho-${name}-${userInfo().uid}-${tree}`);
  let told = false;
  while (!(await taken(lock))) {
    if (ownerIsGone(lock)) {
      rmSync(lock, { recursive: true, force: true });
      continue;
    }
    if (!told) console.error(`Waiting for another command in this folder (${name}; ${lock}) …`);
    told = true;
    await sleep(200);
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.on('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

async function taken(lock) {
  try {
    mkdirSync(lock);
    writeFileSync(join(lock, 'owner'), String(process.pid));
    // Two that found the same dead owner may each have removed what they took for its lock.
    await sleep(50);
    return ownerOf(lock) === process.pid;
  } catch (error) {
    if (error.code === 'EEXIST' || error.code === 'ENOENT') return false;
    throw error;
  }
}

/** The process that holds the lock; 0 when it died before it had written its number. */
function ownerOf(lock) {
  return Number(readFileSync(join(lock, 'owner'), 'utf8'));
}

function ownerIsGone(lock) {
  try {
    const owner = ownerOf(lock);
    // Signal 0 to process 0 would find our own group, and wait for it for ever.
    if (!(owner > 0)) return isOld(lock);
    process.kill(owner, 0);
    return false;
  } catch (error) {
    // ENOENT: released, or made but not signed yet, unless its maker died in between.
    return error.code === 'ESRCH' || (error.code === 'ENOENT' && isOld(lock));
  }
}

function isOld(lock) {
  const made = statSync(lock, { throwIfNoEntry: false });
  return made !== undefined && Date.now() - made.mtimeMs > 10_000;
}
