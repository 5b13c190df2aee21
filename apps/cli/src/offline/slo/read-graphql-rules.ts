import { readFile } from 'node:fs/promises';
import { type GraphqlRules, readRules } from '@sekisho/counting/graphql';
import { problemText } from '@sekisho/objectives/problems';
import { readYamlFile } from '@sekisho/objectives/yaml';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { cleanLine } from '../../print/clean.ts';
import { say } from '../../sentences/say.ts';

/**
 * Reads the rules of a service from a file of YAML or JSON.
 * Errors: `Failure` (exit code 2), every problem told with its place and fix, when the file cannot
 * be read or anything in it is wrong: half of the rules would judge half of the responses wrongly.
 */
export async function readRulesFile(host: Host, file: string): Promise<GraphqlRules> {
  const bytes = await readFile(file).catch((error: unknown) => {
    const detail = String((error as NodeJS.ErrnoException).code);
    throw new Failure('bad-input', say(host, 'file-unreadable', { file, detail }));
  });
  const { documents, problems } = readYamlFile(bytes, file);
  const [document, second] = documents;
  const rules = document === undefined ? null : readRules(document.raw, document.report);
  for (const problem of problems) {
    await host.stderr.write(`${cleanLine(problemText(problem, host.language))}\n`);
  }
  if (problems.length > 0 || rules === null) {
    const facts = { file, count: problems.length };
    throw new Failure('bad-input', say(host, 'classify-bad-rules', facts));
  }
  if (second !== undefined) {
    throw new Failure('bad-input', say(host, 'classify-two-rules', { file }));
  }
  return rules;
}
