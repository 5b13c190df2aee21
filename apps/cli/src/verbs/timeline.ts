import { appendFile } from 'node:fs/promises';
import type { ExportedEntry, Verdict } from '@sekisho/contract';
import { Failure } from '../failure.ts';
import { cleanJson } from '../print/clean.ts';
import { say } from '../sentences/say.ts';
import type { Job } from './job.ts';
import { readKeys } from './key-file.ts';
import { showAnswer } from './show-answer.ts';
import { readCheckpoints, readExport } from './timeline-files.ts';

const page = 1000;

/**
 * Checks the chain: the server's, or an export without any server; with checkpoints kept outside
 * also against those. Errors: `Failure` (exit code 4) naming the first entry that does not hold.
 */
export async function verify(job: Job): Promise<number> {
  const { host, options } = job;
  const anchors =
    options.anchor === undefined ? [] : await readCheckpoints(host, String(options.anchor));
  const keys = await keysNamed(job);
  const verdict = await judge(job, anchors, keys);
  if (verdict.ok || options.json === true) await showAnswer(job, verdict);
  if (verdict.ok) return 0;
  const { number, check } = verdict.broken ?? { number: verdict.entries, check: 'head' };
  if (check === 'anchor-key')
    throw new Failure('conflict', say(host, 'anchor-strange', { number }));
  throw new Failure('conflict', say(host, 'chain-broken', { number, check }));
}

/** Keys given as a file, as such, or both; null when neither was. */
async function keysNamed({ host, options, input }: Job): Promise<readonly string[] | null> {
  const given = Array.isArray(input.keys) ? input.keys.map(String) : null;
  if (options.key === undefined) return given;
  return [...(given ?? []), ...(await readKeys(host, String(options.key)))];
}

async function judge(
  { host, options, connect }: Job,
  anchors: Awaited<ReturnType<typeof readCheckpoints>>,
  keys: readonly string[] | null,
): Promise<Verdict> {
  if (options.file === undefined) {
    const { call } = connect();
    return call('timeline.verify', {
      ...(anchors.length === 0 ? {} : { anchors: [...anchors] }),
      ...(keys === null ? {} : { keys: [...keys] }),
    });
  }
  const { verifyExport } = await import('@sekisho/core/chain');
  return verifyExport(readExport(host, String(options.file)), anchors, keys ?? []);
}

/** Writes every entry as JSON Lines, page by page; `--after` and `--limit` bound it. */
export async function exportEntries({ host, input, connect }: Job): Promise<number> {
  const { call } = connect();
  let after = Number(input.after ?? 0);
  let left = input.limit === undefined ? Number.POSITIVE_INFINITY : Number(input.limit);
  while (left > 0) {
    const limit = Math.min(page, left);
    const entries: readonly ExportedEntry[] = await call('timeline.export', { after, limit });
    await host.stdout.write(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    const last = entries.at(-1)?.number ?? after;
    if (entries.length < limit || last <= after) return 0; // a server that repeats itself ends it too
    after = last;
    left -= entries.length;
  }
  return 0;
}

/** Signs a checkpoint and prints it, or appends it as one line to a file. */
export async function anchor(job: Job): Promise<number> {
  const { host, options, key } = job;
  const checkpoint = await job.connect().call('timeline.anchor', {}, key);
  if (options.to === undefined) {
    await host.stdout.write(`${cleanJson(checkpoint)}\n`);
    return 0;
  }
  const file = String(options.to);
  try {
    await appendFile(file, `${JSON.stringify(checkpoint)}\n`);
  } catch (error) {
    const detail = String((error as NodeJS.ErrnoException).code);
    throw new Failure('bad-input', say(host, 'file-unwritable', { file, detail }));
  }
  const told = say(host, 'anchor-appended', { file, number: checkpoint.number });
  await host.stdout.write(options.json === true ? `${cleanJson(checkpoint)}\n` : `${told}\n`);
  return 0;
}
