import { type FieldMap, type MappedField, mappedFormats } from '@sekisho/counting';
import type { DocumentOf, OpensloDocument } from '@sekisho/objectives/openslo';
import type { z } from 'zod';
import type { Report } from '../../problems/problem.ts';
import { reportIssues } from '../../shape-issues.ts';
import type { SourceConfig } from '../../slo-config.ts';
import { secondsOf } from '../../spans.ts';
import type { Findings } from '../findings.ts';
import type { House } from '../house.ts';
import { connections, type SourceKind, sourceKinds } from './connections.ts';

const details = ['spec', 'connectionDetails'];

/** How late data of a kind usually is, in minutes, where the file does not say. */
const usualLateness: Readonly<Record<SourceKind, number>> = {
  // Load balancers write every five minutes, and S3 shows an object some time later.
  's3-logs': 15,
  'log-files': 2,
  push: 5,
  // Firehose waits for a buffer to fill, and tries again for a while.
  'cloudwatch-logs': 10,
  // A table is filled from logs as they are delivered.
  clickhouse: 5,
  athena: 15,
  prometheus: 2,
  cloudwatch: 5,
  alarms: 5,
  datadog: 5,
  mackerel: 5,
  probe: 2,
};

/** The kind that a type of data source means, whatever its capitals; null for none of Sekisho's. */
export function kindOf(type: string): SourceKind | null {
  return sourceKinds.find((kind) => kind === type.toLowerCase()) ?? null;
}

/** Reads a data source; null when something is wrong with it, which is reported. */
export function readSource(
  document: DocumentOf<'DataSource'>,
  house: House | null,
  findings: Findings,
): SourceConfig | null {
  const { type, connectionDetails = {} } = document.spec;
  const kind = kindOf(type);
  if (kind === null) {
    const facts = { value: JSON.stringify(type.slice(0, 80)), known: sourceKinds };
    findings.problem(document, ['spec', 'type'], 'source-kind', facts);
    return null;
  }
  const read = connections[kind].safeParse(connectionDetails);
  if (!read.success) {
    const report = reportInside(document, findings);
    reportIssues(read.error.issues, connectionDetails, report, connections[kind]);
    return null;
  }
  return sourceOf(document, kind, read.data, { house, findings });
}

type Details = z.output<(typeof connections)[SourceKind]>;

function sourceOf(
  document: DocumentOf<'DataSource'>,
  kind: SourceKind,
  { lateness, ...read }: Details,
  { house, findings }: { readonly house: House | null; readonly findings: Findings },
): SourceConfig {
  const latenessMinutes =
    lateness === undefined ? usualLateness[kind] : Math.ceil(secondsOf(lateness) / 60);
  const { environment } = read as { readonly environment?: string };
  if (environment !== undefined && house !== null && !house.environments.includes(environment)) {
    const facts = { value: environment, known: house.environments };
    findings.problem(document, [...details, 'environment'], 'unknown-environment', facts);
  }
  const common = { name: document.metadata.name, latenessMinutes };
  if (!('format' in read)) return { ...common, kind, connection: read } as SourceConfig;
  const { fields, latencyUnit, format, ...place } = read;
  const map = fieldMapOf(document, { fields, latencyUnit, format }, findings);
  const words = { format, fields: map };
  return { ...common, kind, ...placed(kind, place), ...words } as SourceConfig;
}

/** Where the lines of a kind come from, as `SourceConfig` says it. */
function placed(kind: SourceKind, place: Readonly<Record<string, unknown>>): object {
  if (kind === 'clickhouse' || kind === 'athena') return { connection: place };
  if (kind === 's3-logs') return { environment: null, queueUrl: null, ...place };
  if (kind !== 'cloudwatch-logs') return place;
  const { quiet = '5m', ...rest } = place;
  return { ...rest, quietMinutes: Math.ceil(secondsOf(String(quiet)) / 60) };
}

/** The usual names of the format, with those that the file says. */
function fieldMapOf(
  document: OpensloDocument,
  said: {
    readonly fields: Readonly<Partial<Record<MappedField, unknown>>> | undefined;
    readonly latencyUnit: FieldMap['latencyUnit'] | undefined;
    readonly format: string;
  },
  { problem }: Findings,
): FieldMap | null {
  const { fields, latencyUnit, format } = said;
  if (fields === undefined && latencyUnit === undefined) return null;
  const usual = mappedFormats[format]?.fields;
  if (usual === undefined) {
    const key = fields === undefined ? 'latencyUnit' : 'fields';
    const facts = { format, free: Object.keys(mappedFormats) };
    problem(document, [...details, key], 'fields-of-fixed-format', facts, 'key');
    return null;
  }
  const given = Object.entries(fields ?? {}).map(([field, names]) => [
    field,
    Array.isArray(names) ? names : [names],
  ]);
  const asUsual = latencyUnit === undefined && fields?.latency === undefined;
  return {
    names: { ...usual.names, ...Object.fromEntries(given) },
    latencyUnit: latencyUnit ?? usual.latencyUnit,
    ...(asUsual && usual.unitOfName && { unitOfName: usual.unitOfName }),
  };
}

/** Reports about `connectionDetails`. */
function reportInside(document: OpensloDocument, { problem }: Findings): Report {
  return (name, path, facts, at) => problem(document, [...details, ...path], name, facts, at);
}
