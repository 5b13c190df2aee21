import { stringify } from 'yaml';
import type { Path } from '../problems/index.ts';
import type { OpensloDocument, Version } from './model.ts';
import { envelope } from './read.ts';
import type { Shape } from './shape/shape.ts';
import { kindsOf } from './versions/version.ts';

/**
 * The plain data of a document as a version lays it out. What that version cannot say must have
 * been taken out before (`convertOpenslo`).
 * @param crowdedOut told of an unknown key that cannot stay, because it means something else there
 */
export function dataOf(
  document: OpensloDocument,
  version: Version = document.version,
  crowdedOut: (path: Path) => void = () => {},
): Readonly<Record<string, unknown>> {
  const shape = kindsOf[version][document.kind] as Shape<OpensloDocument['spec']>;
  const writing = { asRead: version === document.version, crowdedOut };
  return envelope(shape).write({ ...document, version }, [], writing) as Record<string, unknown>;
}

/** YAML of several documents, with `---` between them. */
export function yamlOf(documents: readonly unknown[]): string {
  return documents
    .map((document) => stringify(document, { lineWidth: 0, aliasDuplicateObjects: false }))
    .join('---\n');
}
