import { stringify } from 'yaml';
import type { OpensloDocument, Version } from './model.ts';
import { envelope } from './read.ts';
import type { Shape, Writing } from './shape/shape.ts';
import { kindsOf } from './versions/version.ts';

/** Who wants to know of what is not known in the version that is written. */
export type Hooks = Partial<Pick<Writing, 'crowdedOut' | 'kept'>>;

/**
 * The plain data of a document as a version lays it out. What that version cannot say must have
 * been taken out before (`convertOpenslo`).
 */
export function dataOf(
  document: OpensloDocument,
  version: Version = document.version,
  hooks: Hooks = {},
): Readonly<Record<string, unknown>> {
  const shape = kindsOf[version][document.kind] as Shape<OpensloDocument['spec']>;
  const asRead = version === document.version;
  const writing = { asRead, crowdedOut: () => {}, kept: () => {}, ...hooks };
  return envelope(shape).write({ ...document, version }, [], writing) as Record<string, unknown>;
}

/**
 * YAML of several documents, with `---` between them. Readers of YAML 1.1, as Go's and Python's
 * are, would take a bare `on` for true and a bare `2026-10-04` for a time, so those are quoted.
 */
export function yamlOf(documents: readonly unknown[]): string {
  const options = { lineWidth: 0, aliasDuplicateObjects: false, compat: 'yaml-1.1' } as const;
  return documents.map((document) => stringify(document, options)).join('---\n');
}
