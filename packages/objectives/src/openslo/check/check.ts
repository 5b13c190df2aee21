import { type Problem, shown } from '../../problems/index.ts';
import { finder } from '../convert/find.ts';
import type { OpensloDocument } from '../model.ts';
import type { OpensloFile } from '../read.ts';
import { dataOf } from '../write.ts';
import { checkCondition, checkPolicySpec } from './alerts.ts';
import { type Checking, type Known, reportInto } from './findings.ts';
import { checkDescription, checkMetadata } from './metadata.ts';
import { checkReference } from './reference.ts';
import { checkSli } from './sli.ts';
import { checkSlo } from './slo.ts';

/** What is wrong with documents that could be read, and what is odd. */
export interface OpensloCheck {
  /** They keep a document from meaning anything. */
  readonly problems: readonly Problem[];
  /** They change nothing: keys that nothing reads, values that are ignored. */
  readonly warnings: readonly Problem[];
}

/**
 * Checks what OpenSLO documents mean, all files together: names and references, targets, windows,
 * metrics, and what each budgeting method needs. What could not be read is in `file.problems`.
 */
export function checkOpenslo(
  files: readonly Pick<OpensloFile, 'documents' | 'broken'>[],
): OpensloCheck {
  const documents = files.flatMap((file) => file.documents);
  const known = knownIn(files, documents);
  const [problems, warnings]: [Problem[], Problem[]] = [[], []];
  const seen = new Map<string, string>();
  for (const document of documents) {
    const problem = reportInto(problems, document);
    const checking = { problem, warning: reportInto(warnings, document), known };
    reportTwin(document, seen, checking);
    checkMetadata(document.metadata, ['metadata'], document.version, checking);
    checkSpec(document, checking);
    warnUnknownKeys(document, checking);
  }
  return { problems, warnings };
}

function knownIn(
  files: readonly Pick<OpensloFile, 'documents' | 'broken'>[],
  documents: readonly OpensloDocument[],
): Known {
  const names = new Map<string, string[]>();
  const add = (kind: string, name: string) => {
    const there = names.get(kind);
    if (there === undefined) names.set(kind, [name]);
    else there.push(name);
  };
  for (const { kind, metadata } of documents) add(kind, metadata.name);
  for (const { kind, name } of files.flatMap((file) => file.broken)) add(kind, name);
  return { names: (kind) => names.get(kind) ?? [], find: finder(documents) };
}

function reportTwin(
  { kind, metadata: { name }, placeOf }: OpensloDocument,
  seen: Map<string, string>,
  { problem }: Checking,
): void {
  const key = `${kind}/${name}`;
  const { file, line } = placeOf(['metadata', 'name']);
  const first = seen.get(key);
  if (first === undefined) seen.set(key, `${file}:${line}`);
  else problem('duplicate-name', ['metadata', 'name'], { kind, value: shown(name), first });
}

function checkSpec(document: OpensloDocument, checking: Checking): void {
  const { version } = document;
  if (document.kind === 'SLO') return checkSlo(document, checking);
  if (document.kind === 'SLI') return checkSli(document.spec, ['spec'], version, checking);
  if (document.kind === 'AlertPolicy') {
    return checkPolicySpec(document.spec, ['spec'], version, checking);
  }
  if (document.kind === 'AlertCondition') {
    return checkCondition(document.spec, ['spec'], checking);
  }
  checkDescription(document.spec.description, ['spec'], checking);
  if (document.kind !== 'BudgetAdjustment') return;
  checkReference('SLI', document.spec.indicatorRef, ['spec', 'indicatorRef'], checking);
}

/** Names the keys that the version does not know; `x-` marks those that are meant so. */
function warnUnknownKeys(document: OpensloDocument, { warning }: Checking): void {
  dataOf(document, document.version, {
    kept: (path, known) => {
      const key = String(path.at(-1));
      if (!key.startsWith('x-')) warning('unknown-key', path, { key, known }, 'key');
    },
  });
}
