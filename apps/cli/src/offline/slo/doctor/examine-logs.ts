import { resolve } from 'node:path';
import {
  type Counted,
  type FieldMap,
  type MappedField,
  mappedFormats,
  readSli,
  surveyFiles,
} from '@sekisho/counting';
import type { Objective } from '@sekisho/objectives/budget';
import {
  type Finding,
  isHealthPath,
  judgeLogs,
  judgePromise,
  type ObtainableSli,
  type Wanted,
} from '@sekisho/objectives/doctor';
import { suggest, usualTargets } from '@sekisho/objectives/suggest';
import type { Asked } from '../../../commands/options.ts';
import type { Host } from '../../../host.ts';
import { countLogs, findLogs, type Logs } from '../count-logs.ts';
import type { Examined } from './examined.ts';

/** What it takes to count an SLI. */
interface Task {
  readonly logs: Logs;
  readonly options: Asked['options'];
  readonly wanted: Wanted;
  /** The highest target that so much traffic can keep. */
  readonly most: number;
}

/**
 * What logs yield. Each SLI is counted by the scanner that `slo count` uses, and history suggests
 * its target as `slo suggest` does.
 * Errors: `Failure` (exit code 2), when a file is not there or its format is not certain.
 */
export async function examineLogs(
  host: Host,
  patterns: readonly string[],
  { options, wanted }: { readonly options: Asked['options']; readonly wanted: Wanted },
): Promise<Examined> {
  const logs = await findLogs(host, patterns, options);
  const seen = await surveyFiles(logs.files, { format: logs.format, isHealthPath });
  const { slis, findings } = judgeLogs({ ...seen, subject: logs.format.name }, wanted);
  const few = findings.find(({ code }) => code === 'too-little-traffic');
  const most = Number(few?.evidence['keeps'] ?? 1);
  const targets = new Map<ObtainableSli, number | null>();
  const all: ObtainableSli[] = [];
  const unkept: Finding[] = [];
  for (const sli of slis) {
    const { counted, chosen, kept } = await countOf(host, sli, { logs, options, wanted, most });
    all.push(counted);
    if (chosen !== null) targets.set(counted, chosen);
    if (chosen !== null || kept === null || kept >= wanted.target) continue;
    targets.set(counted, kept === 0 ? null : kept);
    unkept.push(...judgePromise(counted, kept, wanted));
  }
  const connection = connectionOf(host, patterns, logs);
  const common = { name: patterns.join(' '), kind: 'logs', connection } as const;
  return { ...common, slis: all, findings: [...findings, ...unkept], targets };
}

/** The server reads the same files by the same names of fields. */
function connectionOf(host: Host, patterns: readonly string[], { format }: Logs) {
  const paths = patterns.filter((pattern) => pattern !== '-');
  const { fields } = format;
  return {
    format: format.name,
    paths: paths.map((path) => resolve(host.cwd, path)),
    ...(fields && unusualFields(format.name, fields)),
  };
}

/** What differs from the usual names, whose units may differ from each other. */
function unusualFields(format: string, { names, latencyUnit, unitOfName }: FieldMap) {
  const usual = mappedFormats[format]?.fields.names;
  const own = Object.entries(names).filter(
    ([field, given]) => given !== usual?.[field as MappedField],
  );
  return {
    ...(own.length > 0 && { fields: Object.fromEntries(own) }),
    ...(unitOfName === undefined && { latencyUnit }),
  };
}

async function countOf(host: Host, sli: ObtainableSli, { logs, options, wanted, most }: Task) {
  // Standard input cannot be read again: it is judged, and not counted.
  const isOnce = logs.files.some(({ path }) => path === null);
  const spec = sli.query.kind === 'logs' ? sli.query.spec : {};
  const read = readSli(spec, (path) => path).sli;
  if (isOnce || read === null) return { counted: sli, ...nothing };
  const { minutes } = (await countLogs(host, logs, read, options)).counted;
  const sum = (part: 'good' | 'bad') => minutes.reduce((all, minute) => all + minute[part], 0);
  const counted = { ...sli, counted: { good: sum('good'), bad: sum('bad') } };
  return { counted, ...suggested(minutes, wanted, most) };
}

/** What history says where it cannot be asked. */
const nothing = { chosen: null, kept: null };

/** The target that suits, and the one that history kept. */
function suggested(minutes: Counted['minutes'], wanted: Wanted, most: number) {
  const objective: Objective = {
    method: { kind: 'occurrences' },
    window: { kind: 'rolling', minutes: wanted.windowMinutes },
    targets: [{ from: 0, target: wanted.target }],
    missing: 'exclude',
  };
  const targets = usualTargets.filter((target) => target <= most);
  if (targets.length === 0) return nothing;
  const suggestion = suggest({ objective, minutes, incidents: [], targets });
  const { chosen, kept } = suggestion ?? nothing;
  return { chosen: chosen?.candidate.target ?? null, kept };
}
