import type { DocumentOf, OpensloDocument } from '@sekisho/objectives/openslo';

/** Finds a document of all files; of two with one name the first. */
export type ByName = <Kind extends OpensloDocument['kind']>(
  kind: Kind,
  name: string,
) => DocumentOf<Kind> | undefined;

/** What finds the documents of all files. */
export function byNameIn(documents: readonly OpensloDocument[]): ByName {
  const byKind = new Map(documents.map((one) => [`${one.kind}/${one.metadata.name}`, one]));
  return (kind, name) => byKind.get(`${kind}/${name}`) as DocumentOf<typeof kind> | undefined;
}

/** The documents of one kind, in the order of the files. */
export function ofKind<Kind extends OpensloDocument['kind']>(
  documents: readonly OpensloDocument[],
  kind: Kind,
): readonly DocumentOf<Kind>[] {
  return documents.filter((document) => document.kind === kind) as unknown as DocumentOf<Kind>[];
}
