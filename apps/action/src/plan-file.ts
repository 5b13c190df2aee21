import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { changedFolders } from './changed-folders.ts';
import { Failure } from './failure.ts';
import type { Inputs } from './inputs.ts';
import type { Plan } from './sekisho.ts';

const run = promisify(execFile);
const longestJson = 256 * 1024 * 1024;

type PlanInput = NonNullable<Inputs['plan']>;

/**
 * The hash of a saved plan and what its program says of it. Errors: `Failure` `no-plan`, `plan-unreadable`.
 * @param env of the program: providers run inside it, so it must not hold what asks for this job's tokens
 */
export async function readPlan(
  { path, jsonPath, binary, folder, base }: PlanInput,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Plan> {
  const before = await hashOf(path);
  const json = jsonPath === null ? await show() : await readJson(jsonPath);
  const sha256 = await hashOf(path);
  if (sha256 !== before)
    throw new Failure('plan-changed', { path, found: sha256, approved: before });
  const directories = base === null ? null : await changedFolders(folder, base);
  return { sha256, json, directories };

  async function show(): Promise<string> {
    const failed = (why: string) => new Failure('plan-unreadable', { binary, path, why });
    const options = { cwd: folder, env: withoutTokens(env), maxBuffer: longestJson };
    const shown = await run(binary, ['show', '-json', path], options).catch((error: unknown) => {
      const { stderr, code } = error as { stderr?: string; code?: unknown };
      throw failed(stderr?.trim().slice(0, 2_000) || String(code));
    });
    const text = shown.stdout.trim();
    if (!isJson(text)) throw failed('not JSON.');
    return text;
  }
}

/** SHA-256 of a file, lower-case hex. Errors: `Failure` `no-plan`. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR') throw new Failure('no-plan', { path });
    throw error;
  }
  return hash.digest('hex');
}

async function readJson(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Failure('no-plan', { path });
  });
  if (isJson(text)) return text;
  throw new Failure('bad-input', { name: 'plan-json', value: path, needed: 'JSON' });
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

function withoutTokens(env: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(ACTIONS_|INPUT_|STATE_)/.test(name)),
  );
}
