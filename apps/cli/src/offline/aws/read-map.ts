import type { AccountMap } from '@sekisho/accounts';
import { type Problem, problemText, readAccountMap } from '@sekisho/config';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { cleanLine } from '../../print/clean.ts';
import { say } from '../../sentences/say.ts';
import { readConfig } from '../read-config.ts';

/**
 * The account map of a sekisho.yaml.
 * Errors: `Failure` (exit code 2) when the file cannot be read, or with every problem of the map told
 * before it.
 */
export async function readMap(host: Host, file: string): Promise<AccountMap> {
  const text = await readConfig(host, file);
  const { map, problems } = readAccountMap(text, file);
  if (map !== null) return map;
  await tell(host, problems);
  throw new Failure('bad-input', say(host, 'config-bad', { file, count: problems.length }));
}

async function tell(host: Host, problems: readonly Problem[]): Promise<void> {
  const lines = problems.map((one) => `${cleanLine(problemText(one, host.language))}\n`);
  await host.stderr.write(lines.join(''));
}
