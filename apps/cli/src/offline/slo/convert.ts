import {
  type Change,
  changeText,
  changeWords,
  convertOpenslo,
  type Definitions,
  type Problem,
  problemText,
  readDefinitions,
  type Target,
  targets,
  wordsOf,
  yamlOf,
} from '@sekisho/objectives/openslo';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { cleanJson, cleanLine } from '../../print/clean.ts';
import { say } from '../../sentences/say.ts';
import { bytesOf } from './rule-files.ts';

/**
 * Writes SLO definitions (OpenSLO of any version, Sloth) in another format to standard output, and
 * names on standard error everything that did not go over as it was.
 * Errors: `Failure` (exit code 2), with nothing written, when a file has a problem; when nothing of
 * it can be said; or, with `--strict`, when anything is lost or changed.
 */
export async function convert(host: Host, { words, options }: Asked): Promise<number> {
  const to = targetOf(host, options.to);
  if (words.length === 0) throw new Failure('bad-input', say(host, 'convert-no-file', { to }));
  const files: Definitions[] = [];
  for (const file of words) files.push(readDefinitions(await bytesOf(host, file), file));
  const problems = files.flatMap((file) => file.problems);
  const json = options.json === true;
  if (problems.length > 0) {
    await tellProblems(host, problems, json);
    throw new Failure('bad-input', say(host, 'convert-bad', { count: problems.length }));
  }
  const warnings = files.flatMap((file) => file.warnings);
  const converted = convertOpenslo(
    files.flatMap((file) => file.documents),
    to,
  );
  const changes = [...files.flatMap((file) => file.changes), ...converted.changes];
  const failure = failureOf(host, to, changes, { ...options, left: converted.documents.length });
  const documents = failure === null ? converted.documents : [];
  if (json)
    await host.stdout.write(`${cleanJson(asData(host, { to, documents, changes, warnings }))}\n`);
  else {
    const lines = [
      ...warnings.map((problem) => problemText(problem, host.language)),
      ...changes.map((change) => changeText(change, host.language)),
    ];
    await host.stderr.write(lines.map((line) => `${cleanLine(line)}\n`).join(''));
    if (failure === null) await host.stdout.write(yamlOf(documents));
  }
  if (failure !== null) throw failure;
  return 0;
}

function targetOf(host: Host, asked: unknown): Target {
  const found = targets.find((target) => target === asked);
  if (found !== undefined) return found;
  throw new Failure('bad-input', say(host, 'convert-no-format', { choices: targets.join(', ') }));
}

function failureOf(
  host: Host,
  to: Target,
  changes: readonly Change[],
  { strict, left }: { readonly strict?: unknown; readonly left: number },
): Failure | null {
  const count = changes.filter(({ effect }) => effect === 'lost' || effect === 'changed').length;
  if (strict === true && count > 0) {
    return new Failure('bad-input', say(host, 'convert-strict', { count }));
  }
  return left > 0 ? null : new Failure('bad-input', say(host, 'convert-nothing-left', { to }));
}

async function tellProblems(
  host: Host,
  problems: readonly Problem[],
  json: boolean,
): Promise<void> {
  if (json) {
    const data = problems.map((problem) => problemData(host, problem));
    return host.stdout.write(`${cleanJson({ problems: data })}\n`);
  }
  const lines = problems.map((problem) => `${cleanLine(problemText(problem, host.language))}\n`);
  await host.stderr.write(lines.join(''));
}

interface Answer {
  readonly to: Target;
  readonly documents: readonly unknown[];
  readonly changes: readonly Change[];
  readonly warnings: readonly Problem[];
}

function asData(host: Host, { to, documents, changes, warnings }: Answer) {
  return {
    to,
    documents: documents.map(withoutBigInts),
    changes: changes.map(({ place, ...change }) => {
      return { ...change, ...place, ...changeWords({ place, ...change } as Change, host.language) };
    }),
    warnings: warnings.map((problem) => problemData(host, problem)),
  };
}

function problemData({ language }: Host, problem: Problem) {
  const { code, value, place } = problem;
  return { code, value, ...place, ...wordsOf(problem, language) };
}

/** JSON's readers round whole numbers that large, so they go out as text. */
function withoutBigInts(document: unknown): unknown {
  if (typeof document === 'bigint') return String(document);
  if (Array.isArray(document)) return document.map(withoutBigInts);
  if (typeof document !== 'object' || document === null) return document;
  return Object.fromEntries(
    Object.entries(document).map(([key, value]) => [key, withoutBigInts(value)]),
  );
}
