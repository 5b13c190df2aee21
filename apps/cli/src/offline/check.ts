import {
  type Config,
  checkConfig,
  type Problem,
  problemText,
  readServiceFiles,
} from '@sekisho/config';
import type { Asked } from '../commands/options.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { cleanJson, cleanLine } from '../print/clean.ts';
import { say } from '../sentences/say.ts';
import { readConfig } from './read-config.ts';

/**
 * Prints every problem of a configuration file (what `SEKISHO_CONFIG` says, or `sekisho.yaml`, unless named) and of the documents of
 * SLOs in `services` beside it, with its place and fix; warnings too, which keep nothing from being used.
 * Errors: `Failure` (exit code 2) when there is any, or when the file cannot be read.
 */
export async function check(host: Host, { words, options }: Asked): Promise<number> {
  const [file = host.env.SEKISHO_CONFIG || 'sekisho.yaml'] = words;
  if (words.length > 1) {
    const facts = { value: words[1] ?? '', command: 'sekisho check' };
    throw new Failure('bad-input', say(host, 'too-many-words', facts));
  }
  const text = await readConfig(host, file);
  const { config, problems, warnings } = checkConfig(text, file, readServiceFiles(file));
  if (options.json === true) {
    const all = [
      ...problems.map(asData(host, 'problem')),
      ...warnings.map(asData(host, 'warning')),
    ];
    await host.stdout.write(`${cleanJson(all)}\n`);
  } else {
    const mark = say(host, 'config-warning');
    await host.stdout.write(linesOf(host, problems) + linesOf(host, warnings, mark));
    if (config !== null) await host.stdout.write(summary(host, file, config));
  }
  if (config !== null) return 0;
  throw new Failure('bad-input', say(host, 'config-bad', { file, count: problems.length }));
}

/** That all is well, and how much was read, so that a file in the wrong place is noticed. */
function summary(host: Host, file: string, { slos, services, sources }: Config): string {
  const counts = {
    slos: slos.length,
    services: Object.keys(services).length,
    sources: Object.keys(sources).length,
  };
  const good = say(host, 'config-good', { file });
  const read = counts.slos + counts.services + counts.sources;
  return read === 0 ? `${good}\n` : `${good}\n${say(host, 'config-read', counts)}\n`;
}

function linesOf({ language }: Host, problems: readonly Problem[], mark = ''): string {
  return problems
    .map((problem) => `${cleanLine(`${mark}${problemText(problem, language)}`)}\n`)
    .join('');
}

function asData({ language }: Host, level: 'problem' | 'warning') {
  return ({ text, ...place }: Problem) => ({ level, ...place, ...text[language] });
}
