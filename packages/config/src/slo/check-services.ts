import {
  checkOpenslo,
  type DocumentOf,
  dataOf,
  type OpensloDocument,
  type OpensloFile,
  readOpenslo,
} from '@sekisho/objectives/openslo';
import type { Problem } from '../problems/problem.ts';
import type { ServiceConfig, SloConfig, SloView, SourceConfig } from '../slo-config.ts';
import { checkAnnotations } from './annotations.ts';
import { byNameIn, ofKind } from './by-name.ts';
import { faultOf } from './file-fault.ts';
import { createFindings, type Findings } from './findings.ts';
import type { House } from './house.ts';
import { readService } from './read-service.ts';
import { readSlos } from './read-slo.ts';
import { readViews } from './read-views.ts';
import type { ServiceFile } from './service-file.ts';
import { readSource } from './sources/read-source.ts';
import { warnUnused } from './unused.ts';

/** What `services/**` says. */
export interface Definitions {
  readonly services: Readonly<Record<string, ServiceConfig>>;
  readonly sources: Readonly<Record<string, SourceConfig>>;
  readonly slos: readonly SloConfig[];
  /** Every document as plain data, in an order of their own: what the configuration's hash covers. */
  readonly data: readonly unknown[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/**
 * Checks the documents of SLOs as a whole, all files together. Never throws, whatever they hold.
 * @param house null when sekisho.yaml cannot be read
 */
export function checkServices(files: readonly ServiceFile[], house: House | null): Definitions {
  const findings = createFindings();
  const read = files.flatMap((file): OpensloFile[] => {
    if ('fault' in file) {
      findings.problems.push(faultOf(file));
      return [];
    }
    const bytes = typeof file.text === 'string' ? Buffer.from(file.text) : file.text;
    return [readOpenslo(bytes, file.file)];
  });
  const documents = read.flatMap((file) => file.documents);
  const checked = checkOpenslo(read);
  findings.take(
    read.flatMap((file) => file.problems),
    'problem',
  );
  findings.take(checked.problems, 'problem');
  findings.take(checked.warnings, 'warning');
  const meaning = meaningOf(documents, house, findings);
  if (findings.problems.length === 0) warnUnused(documents, meaning.slos, findings);
  const { problems, warnings } = findings;
  return { ...meaning, data: dataIn(documents), problems, warnings };
}

function meaningOf(documents: readonly OpensloDocument[], house: House | null, findings: Findings) {
  for (const document of documents) checkAnnotations(document, findings);
  const byName = byNameIn(documents);
  const sourceDocuments = ofKind(documents, 'DataSource');
  const sources = new Map(sourceDocuments.map((one) => [one.metadata.name, one]));
  const reading = { documents, sources, findings, byName };
  const sloDocuments = ofKind(documents, 'SLO');
  const views = readViews(sloDocuments, findings);
  const slos = distinct(
    sloDocuments.map((slo) => ({
      slo,
      read: seenFrom(readSlos(slo, reading), views.get(slo.metadata.name)),
    })),
    findings,
  );
  const services = ofKind(documents, 'Service').map((one) => readService(one, house, findings));
  return {
    services: { ...undeclared(documents, findings), ...byItsName(services) },
    sources: byItsName(sourceDocuments.flatMap((one) => readSource(one, house, findings) ?? [])),
    slos,
  };
}

/** Objectives of one document count the same: the first of them is the view. */
function seenFrom(slos: readonly SloConfig[], view: SloView | undefined): readonly SloConfig[] {
  const [first, ...others] = slos;
  return first === undefined || view === undefined ? slos : [{ ...first, view }, ...others];
}

/** Numbered objectives may have the name of another SLO; two documents of one name have been told of. */
function distinct(
  read: readonly { readonly slo: DocumentOf<'SLO'>; readonly read: readonly SloConfig[] }[],
  { problem }: Findings,
): readonly SloConfig[] {
  const seen = new Map<string, { readonly slo: DocumentOf<'SLO'>; readonly one: SloConfig }>();
  for (const { slo, read: own } of read) {
    for (const one of own) {
      const first = seen.get(one.id);
      if (first === undefined) seen.set(one.id, { slo, one });
      else if (first.slo.metadata.name !== slo.metadata.name) {
        const { file, line } = first.one.place;
        const facts = { id: one.id, first: `${file}:${line}` };
        problem(slo, ['metadata', 'name'], 'same-slo', facts);
      }
    }
  }
  return [...seen.values()].map(({ one }) => one);
}

/** Services that are made by being named, where no document says what there is. */
function undeclared(
  documents: readonly OpensloDocument[],
  { warning, problems }: Findings,
): Readonly<Record<string, ServiceConfig>> {
  const slos = ofKind(documents, 'SLO');
  const named = new Map(slos.toReversed().map((slo) => [slo.spec.service, slo]));
  if (documents.some(({ kind }) => kind === 'Service') || problems.length > 0) return {};
  for (const [service, slo] of named)
    warning(slo, ['spec', 'service'], 'service-undeclared', { service });
  const made = [...named.keys()].map((name) => ({ name, displayName: null, owners: [] }));
  return byItsName(made);
}

/** Whatever the names are: one called `__proto__` is a name too. */
function byItsName<Item extends { readonly name: string }>(
  items: readonly Item[],
): Readonly<Record<string, Item>> {
  return Object.fromEntries(items.map((item) => [item.name, item]));
}

/** In an order that does not depend on which file holds what. */
function dataIn(documents: readonly OpensloDocument[]): readonly unknown[] {
  return documents
    .map((document) => ({ key: `${document.kind}/${document.metadata.name}`, document }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ document }) => hashable(dataOf(document)));
}

/** Whole numbers beyond what JavaScript holds exactly are kept as they were written. */
function hashable(value: unknown): unknown {
  if (typeof value === 'bigint') return { bigint: String(value) };
  if (Array.isArray(value)) return value.map(hashable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hashable(inner)]));
}
