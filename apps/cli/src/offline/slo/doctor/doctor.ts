import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  chooseSlis,
  draftPatches,
  draftService,
  type ObtainableSli,
  unifiedDiff,
  usualWanted,
  type Wanted,
} from '@sekisho/objectives/doctor';
import type { Asked } from '../../../commands/options.ts';
import { Failure } from '../../../failure.ts';
import type { Host } from '../../../host.ts';
import { cleanJson } from '../../../print/clean.ts';
import { styleOf } from '../../../print/style.ts';
import { say } from '../../../sentences/say.ts';
import { wantedObjective } from '../objective-options.ts';
import { slowAfter } from '../read-sli.ts';
import { doctorData } from './doctor-data.ts';
import { doctorText, type Kept } from './doctor-text.ts';
import { examineGraphql } from './examine-graphql.ts';
import { examineLogs } from './examine-logs.ts';
import { examineMetrics } from './examine-metrics.ts';
import { examinePrometheus } from './examine-prometheus.ts';
import { examineSource } from './examine-source.ts';
import type { Diagnosed, Examined } from './examined.ts';
import { readCode } from './read-code.ts';

/**
 * Says which SLIs a service's metrics, logs and answers yield, why they yield no more, and drafts
 * what mends that.
 * @returns 0 when an SLI can be had, 4 (as for what is not found) when none can
 * Errors: `Failure`: exit code 2 when an input or option cannot be used, 5 when an address does not answer.
 */
export async function doctor(host: Host, { words, options }: Asked): Promise<number> {
  const wanted = wantedOf(host, options);
  const sources = judgedByBody(await examineAll(host, { words, options }, wanted));
  const diagnosed = await diagnose(host, { sources, options, wanted });
  await keep(host, options.patch, diagnosed.drafted.patches.map(unifiedDiff).join(''));
  await keep(host, options.document, diagnosed.document ?? '');
  const text =
    options.json === true
      ? `${cleanJson(doctorData(diagnosed, host.language))}\n`
      : doctorText(diagnosed, styleOf(host, options), keptIn(options));
  await host.stdout.write(text);
  if (sources.some(yieldsSli)) return 0;
  throw new Failure('not-found', say(host, 'doctor-no-sli'));
}

/** Where what was drafted has been written already. */
function keptIn({ document, patch }: Asked['options']): Kept {
  const fileOf = (value: unknown) => (typeof value === 'string' ? value : null);
  return { document: fileOf(document), patch: fileOf(patch) };
}

/** A server whose operations are judged by their bodies elsewhere need not tell by status. */
function judgedByBody(sources: readonly Examined[]): readonly Examined[] {
  const isJudged = sources.some(({ slis }) =>
    slis.some(({ kind, subject }) => kind === 'availability' && subject.startsWith('graphql_')),
  );
  if (!isJudged) return sources;
  return sources.map((source) => ({
    ...source,
    findings: source.findings.filter(
      ({ code }) => code !== 'graphql-behind-200' && code !== 'graphql-by-status',
    ),
  }));
}

/** A source of a server yields what its SLOs ask for, unless something spoils it. */
function yieldsSli({ kind, slis, findings }: Examined): boolean {
  if (kind !== 'source') return slis.length > 0;
  return !findings.some(({ severity }) => severity === 'spoils');
}

function wantedOf(host: Host, options: Asked['options']): Wanted {
  const { target, window } = wantedObjective(host, options);
  const slow = slowAfter(host, options);
  return {
    target: target ?? usualWanted.target,
    windowMinutes: window ?? usualWanted.windowMinutes,
    slowAfter: slow === null ? null : slow / 1_000_000,
  };
}

async function examineAll(host: Host, { words, options }: Asked, wanted: Wanted) {
  const sources: Examined[] = [];
  for (const name of [...words, ...listed(options.metrics)])
    sources.push(await examineMetrics(host, name, wanted));
  if (typeof options.prometheus === 'string')
    sources.push(await examinePrometheus(host, options.prometheus, { options, wanted }));
  const logs = listed(options.logs);
  if (logs.length > 0) sources.push(await examineLogs(host, logs, { options, wanted }));
  for (const name of listed(options.graphql)) sources.push(await examineGraphql(host, name));
  for (const name of listed(options.source)) sources.push(await examineSource(host, name, options));
  if (sources.length === 0) throw new Failure('bad-input', say(host, 'doctor-what'));
  return sources;
}

async function diagnose(
  host: Host,
  {
    sources,
    options,
    wanted,
  }: { sources: readonly Examined[]; options: Asked['options']; wanted: Wanted },
): Promise<Diagnosed> {
  const slis = sources.flatMap((source) => source.slis);
  const findings = sources.flatMap((source) => source.findings);
  const files = typeof options.code === 'string' ? await readCode(host, options.code) : [];
  const drafted = draftPatches(findings, files, { wanted, had: slis.map(({ kind }) => kind) });
  const service = serviceName(options.service);
  // What somebody asks for goes before what history suggests.
  const isAsked = typeof options.target === 'string';
  const targets = new Map(isAsked ? [] : sources.flatMap((source) => [...source.targets]));
  const logs = sources.find(({ kind }) => kind === 'logs')?.connection ?? null;
  const prometheusUrl =
    typeof options.prometheus === 'string' ? options.prometheus : 'http://prometheus:9090/';
  const promising = slis.filter((sli) => targets.get(sli) !== null);
  const chosen: readonly ObtainableSli[] = chooseSlis(promising);
  const document = draftService({ service, slis: chosen, wanted, targets, prometheusUrl, logs });
  return { service, sources, drafted, document };
}

/** A name that OpenSLO takes. */
function serviceName(given: unknown): string {
  const name = typeof given === 'string' ? given.toLowerCase().replace(/[^a-z0-9]+/g, '-') : '';
  return name.replace(/^-+|-+$/g, '').slice(0, 50) || 'service';
}

/** Writes a file that was asked for; nothing when there is nothing to write. */
async function keep(host: Host, file: unknown, text: string): Promise<void> {
  if (typeof file !== 'string') return;
  if (text === '') {
    await host.stderr.write(`${say(host, 'doctor-nothing-to-write', { file })}\n`);
    return;
  }
  try {
    await writeFile(resolve(host.cwd, file), text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Failure('bad-input', say(host, 'doctor-unwritable', { file, detail: code }));
  }
  await host.stderr.write(`${say(host, 'doctor-written', { file })}\n`);
}

function listed(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
