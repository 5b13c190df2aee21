import type { OpensloDocument } from '@sekisho/objectives/openslo';
import type { Findings } from './findings.ts';

const prefix = 'sekisho.dev/';

/** The annotations that Sekisho reads, by kind; those of others are others' business. */
const known: Readonly<Partial<Record<OpensloDocument['kind'], readonly string[]>>> = {
  SLO: ['alerts', 'missing', 'tiers', 'guard', 'spent', 'drops', 'no-data', 'view', 'stands-for'],
  Service: ['owners', 'repositories'],
};

/** The text of one of Sekisho's annotations; undefined when it is not there. */
export function annotationOf({ metadata }: OpensloDocument, name: string): string | undefined {
  const { annotations = {} } = metadata;
  const key = `${prefix}${name}`;
  return Object.hasOwn(annotations, key) ? annotations[key] : undefined;
}

/** Reports the annotations that look like Sekisho's and are not. */
export function checkAnnotations(document: OpensloDocument, { problem }: Findings): void {
  const names = (known[document.kind] ?? []).map((name) => `${prefix}${name}`);
  for (const key of Object.keys(document.metadata.annotations ?? {})) {
    if (!key.startsWith(prefix) || names.includes(key)) continue;
    const path = ['metadata', 'annotations', key];
    problem(document, path, 'unknown-annotation', { key, known: names }, 'key');
  }
}

/** Reports an annotation whose text is not understood. */
export function badAnnotation(
  document: OpensloDocument,
  name: string,
  like: string,
  { problem }: Findings,
): void {
  const value = JSON.stringify(annotationOf(document, name)?.slice(0, 80));
  const path = ['metadata', 'annotations', `${prefix}${name}`];
  problem(document, path, 'bad-annotation', { value, like });
}
