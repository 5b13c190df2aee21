import { readSli, type Sli } from '@sekisho/counting';
import type { MissingPolicy, Objective } from '@sekisho/objectives/budget';
import {
  checkOpenslo,
  type Definitions,
  type DocumentOf,
  isComposite,
  logIndicatorOf,
  missingPolicyOf,
  type OpensloDocument,
  objectiveOf,
  type Problem,
  problemText,
  readDefinitions,
} from '@sekisho/objectives/openslo';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { cleanLine } from '../../print/clean.ts';
import { say } from '../../sentences/say.ts';
import { isWhole, type Wanted, wantedObjective, withWanted } from './objective-options.ts';
import {
  type AlertReading,
  alertLines,
  alertReading,
  type PromisedAlerts,
  promisedAlerts,
} from './promised-alerts.ts';
import { saidParts } from './promised-parts.ts';
import { readSli as readSliOptions } from './read-sli.ts';
import { bytesOf } from './rule-files.ts';

/** One promise, and how logs are counted for it. */
export interface Promised {
  readonly name: string;
  /** Null when no file says it. */
  readonly service: string | null;
  readonly objective: Objective;
  /** What is counted for it: one thing, or each part of a composite. */
  readonly indicators: readonly PromisedIndicator[];
  readonly isComposite: boolean;
  /** Whether the SLI is that of the options, because no file declares one over logs. */
  readonly assumedSli: boolean;
  /** Null when no file says it: the usual ones. */
  readonly alerts: PromisedAlerts | null;
}

/** How logs are counted for a promise, or for a part of one. */
export interface PromisedIndicator {
  /** Null where the promise has one indicator. */
  readonly part: { readonly name: string; readonly weight: number } | null;
  readonly sli: Sli;
  /** The data source that the file names; null when it names none. */
  readonly source: string | null;
}

/**
 * The promises of files of OpenSLO documents and Sloth specs, each objective one, of a composite
 * all of them together; `--target` and `--window` win over what they say. Without files, one of
 * 99.9 % over 30 days.
 * Errors: `Failure` (exit code 2), with every problem told before it, when a file cannot be used.
 */
export async function readPromises(
  host: Host,
  files: readonly string[],
  options: Asked['options'],
): Promise<readonly Promised[]> {
  const wanted = { ...wantedObjective(host, options), sli: readSliOptions(host, options) };
  if (files.length === 0) {
    const objective = withWanted(null, wanted, 'exclude');
    return [{ name: '', service: null, objective, alerts: null, ...assumed(wanted.sli) }];
  }
  const read: Definitions[] = [];
  for (const file of files) read.push(readDefinitions(await bytesOf(host, file), file));
  const problems = [...read.flatMap((one) => one.problems), ...fatal(read)];
  const documents = read.flatMap((one) => one.documents);
  const slos = documents.filter((one): one is DocumentOf<'SLO'> => one.kind === 'SLO');
  const reading = { documents, wanted, problems, alerts: await alertReading(read) };
  const promises = slos.flatMap((slo) => promisesOf(host, slo, reading));
  await refuseProblems(host, problems, reading.alerts);
  if (promises.length === 0)
    throw new Failure('bad-input', say(host, 'report-no-slo', { file: files.join(', ') }));
  return chosen(host, promises, options.slo);
}

/** What no report can be made with; a source that another file describes is not missed here. */
function fatal(files: readonly Definitions[]): readonly Problem[] {
  return checkOpenslo(files).problems.filter(
    (one) => one.code !== 'unknown-reference' || one.facts.kind === 'SLI',
  );
}

async function refuseProblems(
  host: Host,
  problems: readonly Problem[],
  alerts: AlertReading,
): Promise<void> {
  const { refused, odd } = alertLines(host, alerts);
  const lines = [...problems.map((one) => problemText(one, host.language)), ...refused];
  await host.stderr.write([...lines, ...odd].map((line) => `${cleanLine(line)}\n`).join(''));
  if (lines.length > 0)
    throw new Failure('bad-input', say(host, 'report-bad', { count: lines.length }));
}

interface Reading {
  readonly alerts: AlertReading;
  readonly documents: readonly OpensloDocument[];
  readonly wanted: Wanted & { readonly sli: Sli };
  readonly problems: Problem[];
}

/** The one thing that is counted where no file declares it. */
function assumed(sli: Sli): Pick<Promised, 'indicators' | 'isComposite' | 'assumedSli'> {
  return { indicators: [{ part: null, sli, source: null }], isComposite: false, assumedSli: true };
}

function compositeOf(host: Host, slo: DocumentOf<'SLO'>, reading: Reading): Promised {
  const { documents, wanted, problems } = reading;
  const { parts, target } = saidParts(host, slo, documents);
  const { name } = slo.metadata;
  const missing = missingOf(host, slo);
  const declared = objectiveOf(slo, 0, { from: 0, missing });
  const mean = wanted.target ?? target;
  if ((mean === null || declared === null) && !isWhole(wanted) && problems.length === 0)
    throw new Failure('bad-input', say(host, 'report-no-objective', { slo: name }));
  const indicators = parts.map((part, index) => indicatorOf(slo, index, { part, ...reading }));
  const objective = withWanted(declared, { ...wanted, target: mean }, missing);
  return {
    ...{ name, service: slo.spec.service, isComposite: true, assumedSli: false, objective },
    alerts: promisedAlerts(slo, { index: 0, objective }, reading),
    indicators: indicators.filter((one) => one !== null),
  };
}

/** How an objective counts logs, with what is wrong with it added to the problems; null when it counts none. */
function indicatorOf(
  slo: DocumentOf<'SLO'>,
  index: number,
  { part, documents, wanted, problems }: Reading & Pick<PromisedIndicator, 'part'>,
): PromisedIndicator | null {
  const logs = logIndicatorOf(slo, index, documents);
  if (logs === null) return null;
  const read = readSli(logs.value, logs.placeOf);
  problems.push(...read.problems);
  return { part, sli: read.sli ?? wanted.sli, source: logs.source };
}

function promisesOf(host: Host, slo: DocumentOf<'SLO'>, reading: Reading): readonly Promised[] {
  const { wanted, problems } = reading;
  const { objectives, service } = slo.spec;
  if (isComposite(slo)) return [compositeOf(host, slo, reading)];
  const missing = missingOf(host, slo);
  return objectives.map((said, index): Promised => {
    const part = said.displayName ?? String(index + 1);
    const name = objectives.length > 1 ? `${slo.metadata.name}/${part}` : slo.metadata.name;
    const declared = objectiveOf(slo, index, { from: 0, missing });
    // A file with problems is refused as a whole, whatever stands in for this objective.
    if (declared === null && !isWhole(wanted) && problems.length === 0)
      throw new Failure('bad-input', say(host, 'report-no-objective', { slo: name }));
    const objective = withWanted(declared, wanted, missing);
    const indicator = indicatorOf(slo, index, { part: null, ...reading });
    const alerts = promisedAlerts(slo, { index, objective }, reading);
    const common = { name, service, objective, alerts };
    if (indicator === null) return { ...common, ...assumed(wanted.sli) };
    return { ...common, indicators: [indicator], isComposite: false, assumedSli: false };
  });
}

/** What the SLO declares of time that was not measured, as the server reads it. */
function missingOf(host: Host, slo: DocumentOf<'SLO'>): MissingPolicy {
  const missing = missingPolicyOf(slo);
  if (missing !== null) return missing;
  const { file, line } = slo.placeOf(['metadata', 'annotations', 'sekisho.dev/missing']);
  const facts = { place: `${file}:${line}`, slo: slo.metadata.name };
  throw new Failure('bad-input', say(host, 'report-bad-missing', facts));
}

function chosen(host: Host, promises: readonly Promised[], name: unknown): readonly Promised[] {
  if (typeof name !== 'string') return promises;
  const found = promises.filter((one) => one.name === name);
  if (found.length > 0) return found;
  const facts = { value: name, choices: promises.map((one) => one.name).join(', ') };
  throw new Failure('bad-input', say(host, 'report-no-such-slo', facts));
}
