import { formatPath, type Path, type Problem, type Report, shown } from '../problems/index.ts';
import { readYamlFile, type YamlDocument } from '../yaml/index.ts';
import { type Kind, type OpensloDocument, type Version, versions } from './model.ts';
import { need, object } from './shape/groups.ts';
import type { Shape, WithExtras } from './shape/shape.ts';
import { isMap, text } from './shape/values.ts';
import { metadata } from './versions/common.ts';
import { kindsOf } from './versions/version.ts';

/** A document that cannot be used, as far as it is known. */
export interface Named {
  readonly kind: string;
  readonly name: string;
}

/** What a file of OpenSLO documents says. */
export interface OpensloFile {
  /** Those without a problem of their own. */
  readonly documents: readonly OpensloDocument[];
  /** Those with one: what refers to them is not at fault. */
  readonly broken: readonly Named[];
  readonly problems: readonly Problem[];
}

/**
 * Reads OpenSLO documents of v1, v1alpha and v2alpha, of every kind, from YAML or JSON: several
 * documents, lists of them, or both. Never throws: what is wrong is a problem.
 * @param file its name, as people will see it
 */
export function readOpenslo(bytes: Uint8Array, file: string): OpensloFile {
  const { documents, problems } = readYamlFile(bytes, file);
  const read = documents.map((document) => readDocument(document, file));
  return {
    documents: read.flatMap((one) => one.documents),
    broken: read.flatMap((one) => one.broken),
    problems,
  };
}

/** Reads one YAML document, an object or a list of them; problems go to its own report. */
export function readDocument(
  document: YamlDocument,
  file: string,
): Pick<OpensloFile, 'documents' | 'broken'> {
  const documents: OpensloDocument[] = [];
  const broken: Named[] = [];
  const { raw } = document;
  const items: readonly [Path, unknown][] = Array.isArray(raw)
    ? raw.map((item: unknown, index) => [[index], item])
    : [[[], raw]];
  for (const [path, item] of items) {
    const found = readItem(item, path, document, file);
    if (found !== null) documents.push(found);
    else if (isMap(item)) broken.push(...namedIn(item));
  }
  return { documents, broken };
}

function namedIn({ kind, metadata: named }: Readonly<Record<string, unknown>>): readonly Named[] {
  const name = isMap(named) ? named.name : undefined;
  return typeof kind === 'string' && typeof name === 'string' ? [{ kind, name }] : [];
}

function readItem(
  raw: unknown,
  path: Path,
  document: YamlDocument,
  file: string,
): OpensloDocument | null {
  let sound = true;
  const report: Report = (code, at, ...rest) => {
    sound = false;
    document.report(code, [...path, ...at], ...rest);
  };
  const found = readObject(raw, report);
  if (!sound || found === null) return null;
  const placeOf: OpensloDocument['placeOf'] = (at, what) => {
    const { line, column } = document.locate([...path, ...at], what);
    return { file, document: document.number, line, column, path: formatPath([...path, ...at]) };
  };
  return { ...found, placeOf } as OpensloDocument;
}

interface Envelope extends WithExtras {
  readonly version: string;
  readonly kind: string;
  readonly metadata: OpensloDocument['metadata'];
  readonly spec: OpensloDocument['spec'];
}

/** A document as one version lays it out; the same for reading and for writing. */
export function envelope(spec: Shape<OpensloDocument['spec']>): Shape<Envelope> {
  return object<Envelope>({
    version: need('apiVersion', text),
    kind: need('kind', text),
    metadata: need('metadata', metadata),
    spec: need('spec', spec),
  });
}

function readObject(raw: unknown, report: Report): Envelope | null {
  if (!isMap(raw)) {
    report('not-a-map', [], { value: shown(raw) });
    return null;
  }
  const { apiVersion, kind } = raw;
  if (apiVersion === undefined) report('missing', ['apiVersion'], { key: 'apiVersion' });
  else if (!versions.includes(apiVersion as Version)) {
    report('unknown-version', ['apiVersion'], { value: shown(apiVersion), known: versions });
  }
  if (kind === undefined) report('missing', ['kind'], { key: 'kind' });
  if (!versions.includes(apiVersion as Version) || kind === undefined) return null;
  const version = apiVersion as Version;
  const kinds = kindsOf[version];
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind)) {
    const known = Object.keys(kinds);
    report('unknown-kind', ['kind'], { value: shown(kind), version, known });
    return null;
  }
  const shape = kinds[kind as Kind] as Shape<OpensloDocument['spec']>;
  return envelope(shape).read(raw, [], report);
}
