import { type ClassifiedLine, createLineClassifier, defaultRules } from '@sekisho/counting/graphql';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { say } from '../../sentences/say.ts';
import { readRulesFile } from './read-graphql-rules.ts';
import { standardInput } from './standard-input.ts';

/** What responses can be judged as. */
const kinds = ['graphql'];
/** Bad lines that are told one by one; the rest are only counted. */
const mostTold = 20;

/**
 * Judges the responses on standard input, a JSON line for each, and prints the verdicts in order.
 * Errors: `Failure` (exit code 2) when the kind or the rules are wrong, before anything is read;
 * and, after every good line was judged and printed, when some lines could not be read.
 */
export async function classify(host: Host, { words, options }: Asked): Promise<number> {
  const [kind = '', extra] = words;
  if (!kinds.includes(kind)) throw unknownKind(host, kind);
  if (extra !== undefined) {
    const facts = { value: extra, command: 'sekisho slo classify' };
    throw new Failure('bad-input', say(host, 'too-many-words', facts));
  }
  const file = options.rules;
  const rules = typeof file === 'string' ? await readRulesFile(host, file) : defaultRules;
  const input = standardInput();
  if (input.isTerminal) await host.stderr.write(`${say(host, 'classify-waits')}\n`);
  const seen = { good: 0, bad: 0 };
  const told = { out: '', err: '' };
  const classifier = createLineClassifier(rules, (classified) => {
    if ('verdict' in classified) {
      seen.good += 1;
      told.out += `${JSON.stringify(classified.verdict)}\n`;
      return;
    }
    seen.bad += 1;
    if (seen.bad <= mostTold) told.err += `${complaintOf(host, classified)}\n`;
  });
  const flush = async () => {
    const { out, err } = told;
    Object.assign(told, { out: '', err: '' });
    if (out !== '') await host.stdout.write(out);
    if (err !== '') await host.stderr.write(err);
  };
  for await (const chunk of input.chunks) {
    classifier.push(chunk);
    await flush();
  }
  classifier.end();
  await flush();
  if (seen.good + seen.bad === 0) await host.stderr.write(`${say(host, 'classify-empty')}\n`);
  if (seen.bad === 0) return 0;
  throw new Failure('bad-input', say(host, 'classify-bad-lines', { ...seen }));
}

function unknownKind(host: Host, value: string): Failure {
  const choices = kinds.join(', ');
  if (value === '') return new Failure('bad-input', say(host, 'classify-what', { choices }));
  return new Failure('bad-input', say(host, 'classify-unknown', { value, choices }));
}

type BadLine = Extract<ClassifiedLine, { problem: unknown }>;

function complaintOf(host: Host, { line, problem }: BadLine): string {
  return say(host, 'classify-line', { line, problem: say(host, `classify-${problem}`) });
}
