import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Config, checkConfig, problemText, readServiceFiles } from '@sekisho/config';
import { type Finding, found, subjectOf } from '@sekisho/contract';
import type { Host } from '../host.ts';

const machine = subjectOf('machine');

/** What the configuration of this folder is worth. @param elsewhere there is a server, which has its own */
export async function configHere(
  { env, cwd, language }: Host,
  elsewhere: boolean,
): Promise<{ readonly config: Config | null; readonly finding: Finding }> {
  const file = env['SEKISHO_CONFIG'] || 'sekisho.yaml';
  const path = resolve(cwd, file);
  if (elsewhere && !env['SEKISHO_CONFIG'] && !existsSync(path))
    return { config: null, finding: found('config-file', 'elsewhere', machine, { file }) };
  let text: string;
  try {
    // Reading a pipe would wait for whoever writes it.
    if (!statSync(path).isFile()) throw new Error('not a file');
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const detail = code ?? message;
    return { config: null, finding: found('config-file', 'missing', machine, { file, detail }) };
  }
  const { config, problems, warnings } = checkConfig(text, path, readServiceFiles(path));
  const [problem] = problems;
  const [warning] = warnings;
  const told = (one: Parameters<typeof problemText>[0]) => ({
    file,
    first: problemText(one, language),
  });
  if (problem !== undefined || config === null) {
    const first = problem === undefined ? { file, first: '-' } : told(problem);
    const facts = { ...first, count: problems.length };
    return { config: null, finding: found('config-file', 'broken', machine, facts) };
  }
  if (warning !== undefined) {
    const facts = { ...told(warning), count: warnings.length };
    return { config, finding: found('config-file', 'warnings', machine, facts) };
  }
  return { config, finding: found('config-file', 'good', machine, { file }) };
}
