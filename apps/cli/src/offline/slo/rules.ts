import { type Problem, problemText } from '@sekisho/objectives/problems';
import {
  makeRules,
  mergeDocuments,
  type RuleDocument,
  writeRules,
} from '@sekisho/objectives/rules';
import { loadPromql, readSloth } from '@sekisho/objectives/sloth';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { cleanJson, cleanLine } from '../../print/clean.ts';
import { say } from '../../sentences/say.ts';
import { bytesOf, refuse } from './rule-files.ts';
import { ruleOptions } from './rule-options.ts';

/**
 * Prints the rules of the SLOs in a file as YAML (`--json`: the same as JSON); warnings go to
 * standard error.
 * Errors: `Failure` (exit code 2) with every problem told before it; nothing is printed then.
 */
export async function rules(host: Host, { words, options }: Asked): Promise<number> {
  const [file, extra] = words;
  if (file === undefined) throw new Failure('bad-input', say(host, 'rules-no-file'));
  if (extra !== undefined) {
    const facts = { value: extra, command: 'sekisho slo rules' };
    throw new Failure('bad-input', say(host, 'too-many-words', facts));
  }
  const wanted = await ruleOptions(host, options);
  // Only rules that must be Sloth's refuse what its parser refuses: our own are of use to those
  // who ask VictoriaMetrics too, whose language takes more.
  const promql = { read: await loadPromql(), refuses: wanted.dialect === 'sloth' };
  const read = readSloth(await bytesOf(host, file), file, promql);
  await refuse(host, file, read.problems);
  const made = makeRules(read.documents, wanted);
  await refuse(host, file, made.problems);
  const documents = options['merge'] === true ? mergeDocuments(made.documents) : made.documents;
  const warnings = [...read.warnings, ...made.warnings];
  await warn(host, warnings, documents);
  if (options['strict'] === true && warnings.length > 0) {
    throw new Failure('bad-input', say(host, 'rules-strict', { count: warnings.length }));
  }
  const isJson = options.json === true;
  await host.stdout.write(
    isJson ? `${cleanJson(documents)}\n` : writeRules(documents, wanted.dialect),
  );
  return 0;
}

async function warn(
  host: Host,
  warnings: readonly Problem[],
  documents: readonly RuleDocument[],
): Promise<void> {
  const told = warnings.map((one) =>
    say(host, 'rules-warning', { text: cleanLine(problemText(one, host.language)) }),
  );
  const plain = documents.filter((one) => 'groups' in one);
  if (plain.length > 1) told.push(say(host, 'rules-several', { count: documents.length }));
  if (told.length > 0) await host.stderr.write(`${told.join('\n')}\n`);
}
