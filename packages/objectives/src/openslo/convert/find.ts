import type { DocumentOf, Kind, OpensloDocument } from '../model.ts';

/** Finds an object by kind and name among documents. */
export type Find = <Name extends Kind>(kind: Name, name: string) => DocumentOf<Name> | undefined;

/** Made once for a list of documents: each SLO of it asks. */
const finders = new WeakMap<readonly OpensloDocument[], Find>();

/** Looks objects up in constant time; of two with one name the first counts. The list must not change. */
export function finder(documents: readonly OpensloDocument[]): Find {
  const known = finders.get(documents);
  if (known !== undefined) return known;
  const made = newFinder(documents);
  finders.set(documents, made);
  return made;
}

function newFinder(documents: readonly OpensloDocument[]): Find {
  const byName = new Map<string, OpensloDocument>();
  for (const document of documents) {
    const key = `${document.kind}/${document.metadata.name}`;
    if (!byName.has(key)) byName.set(key, document);
  }
  return <Name extends Kind>(kind: Name, name: string) =>
    byName.get(`${kind}/${name}`) as DocumentOf<Name> | undefined;
}
