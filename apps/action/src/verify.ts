import { resolve } from 'node:path';
import { Failure } from './failure.ts';
import { type GetInput, languageOf } from './inputs.ts';
import { hashOf } from './plan-file.ts';
import type { Runner } from './runner.ts';
import { textOf } from './texts.ts';

/** Fails unless a plan is still the approved one. Errors: `Failure` `plan-changed`, `no-plan`, `bad-input`. */
export async function verify({ core }: Runner, get: GetInput, cwd: string): Promise<void> {
  const approved = get('sha256');
  if (!/^[0-9a-f]{64}$/.test(approved))
    throw new Failure('bad-input', { name: 'sha256', value: approved, needed: 'plan-sha256' });
  const path = resolve(cwd, get('working-directory') || '.', get('plan'));
  const found = await hashOf(path);
  if (found !== approved) throw new Failure('plan-changed', { path, found, approved });
  core.info(textOf(languageOf(get), 'plan-same', { path, found }));
}
