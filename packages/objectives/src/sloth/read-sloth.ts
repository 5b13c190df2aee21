import { formatPath, type Problem, type Report, shown } from '../problems/index.ts';
import { goScalars, readYamlFile, type YamlDocument, type YamlFile } from '../yaml/index.ts';
import type { KubernetesObject, SlothDocument, SlothSlo, SlothSpec } from './document.ts';
import { asMap, type Fields, labelsIn, mapIn, neededText, textIn, warnUnknown } from './fields.ts';
import type { QueryCheck } from './query.ts';
import { readOpenslo } from './read-openslo.ts';
import { readSlos, type ServiceAndSlos } from './read-slos.ts';
import { kubernetesSpelling, plainSpelling } from './spelling.ts';

/** What a file says, and everything that is wrong with it. */
export interface SlothFile {
  /** Those that say what they are; to be used only when there are no problems. */
  readonly documents: readonly SlothDocument[];
  readonly problems: readonly Problem[];
  /** What is odd but keeps nothing from being used, such as a key that nothing reads. */
  readonly warnings: readonly Problem[];
}

/**
 * Reads a file of Sloth specs: `prometheus/v1`, `PrometheusServiceLevel`, or OpenSLO v1alpha as
 * Sloth understands it, several documents of any of them.
 * @param file its name, as people will see it
 * @param promql reads their queries too; without it only the brackets of queries are looked at
 * @returns never throws, whatever the bytes
 */
export function readSloth(
  bytes: Uint8Array,
  file: string,
  promql: QueryCheck | null = null,
): SlothFile {
  const yaml = readYamlFile(bytes, file, goScalars);
  const warnings: Problem[] = [];
  const documents: SlothDocument[] = [];
  const seen = new Map<string, string>();
  for (const one of yaml.documents) {
    const document = readSlothDocument(one, file, { warnings, promql });
    if (document === null) continue;
    documents.push(document);
    for (const slo of document.slos) reportTwin(slo, file, { yaml, seen });
  }
  return { documents, problems: yaml.problems, warnings };
}

/**
 * Reads one document of a file; what is wrong goes to its own report.
 * @param asked what is odd is added to its warnings; `promql` reads the queries
 * @returns null when it is no spec of Sloth's
 */
export function readSlothDocument(
  document: YamlDocument,
  file: string,
  { warnings, promql }: { warnings: Problem[]; promql: QueryCheck | null },
): SlothDocument | null {
  const warn = warningsInto(warnings, document, file);
  const spec = specOf(document.raw);
  // Sloth reads its own files as JSON, Kubernetes' and OpenSLO's by readers that tell cases apart.
  const anyCase = spec === 'prometheus/v1';
  const bareText = spec !== 'sloth.slok.dev/v1';
  const root = asMap(document.raw, {
    path: [],
    report: document.report,
    warn,
    promql,
    anyCase,
    bareText,
  });
  if (spec === null) {
    document.report('not-sloth', [], { value: claimOf(root), known });
    return null;
  }
  const { service, labels, slos, places } = readers[spec](root);
  const placed = slos.map((slo, index): SlothSlo => {
    return { ...slo, place: placeOf(document, file, places[index]?.path ?? []) };
  });
  const object = spec === 'sloth.slok.dev/v1' ? readObject(root) : null;
  return { spec, service, labels, object, slos: placed, place: placeOf(document, file, []) };
}

/** What kind of spec a document says it is; null when it is none of Sloth's. */
export function specOf(raw: unknown): SlothSpec | null {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
  const { version, apiVersion, kind } = raw as Record<string, unknown>;
  if (version === 'prometheus/v1') return version;
  if (apiVersion === 'sloth.slok.dev/v1' && kind === 'PrometheusServiceLevel') return apiVersion;
  if (apiVersion === 'openslo/v1alpha' && kind === 'SLO') return apiVersion;
  return null;
}

const known = [
  'version: prometheus/v1',
  'apiVersion: sloth.slok.dev/v1, kind: PrometheusServiceLevel',
  'apiVersion: openslo/v1alpha, kind: SLO',
];

const readers: Readonly<Record<SlothSpec, (root: Fields) => ServiceAndSlos>> = {
  'prometheus/v1': (root) => {
    warnUnknown(root, ['version', 'service', 'labels', 'slo_plugins', 'slos']);
    return readSlos(root, plainSpelling);
  },
  'sloth.slok.dev/v1': (root) => {
    warnUnknown(root, ['apiVersion', 'kind', 'metadata', 'spec', 'status']);
    const spec = mapIn(root, 'spec');
    warnUnknown(spec, ['service', 'labels', 'sloPlugins', 'slos']);
    return readSlos(spec, kubernetesSpelling);
  },
  'openslo/v1alpha': readOpenslo,
};

function readObject(root: Fields): KubernetesObject {
  const metadata = mapIn(root, 'metadata');
  return {
    name: neededText(metadata, 'name'),
    namespace: textIn(metadata, 'namespace'),
    labels: labelsIn(metadata, 'labels'),
    annotations: labelsIn(metadata, 'annotations'),
  };
}

function claimOf({ values }: Fields): string {
  const { version, apiVersion, kind } = values;
  const claims = { version, apiVersion, kind };
  return version === undefined && apiVersion === undefined && kind === undefined
    ? '…'
    : shown(claims);
}

/** Two SLOs of one id would write the same series; Sloth itself looks only inside each document. */
function reportTwin(
  slo: SlothSlo,
  file: string,
  { yaml, seen }: { yaml: YamlFile; seen: Map<string, string> },
): void {
  const first = seen.get(slo.id);
  if (first === undefined) seen.set(slo.id, `${file}:${slo.place.line}`);
  else {
    const facts = { value: slo.id, first };
    yaml.problems.push({ code: 'same-slo', facts, place: slo.place, value: slo.name });
  }
}

function warningsInto(warnings: Problem[], document: YamlDocument, file: string): Report {
  return (code, path, facts, at = 'value') => {
    const place = {
      file,
      document: document.number,
      ...document.locate(path, at),
      path: formatPath(path),
    };
    warnings.push({ code, facts, place, value: '' } as Problem);
  };
}

function placeOf(document: YamlDocument, file: string, path: readonly (string | number)[]) {
  return { file, document: document.number, ...document.locate(path), path: formatPath(path) };
}
