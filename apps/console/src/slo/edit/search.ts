import { readTexts } from '../../shared/search-params.ts';

/** Whose definition is edited, as it stands in the address; a new one's when nothing does. */
export interface DefinitionSearch {
  readonly id?: string;
}

export function readDefinitionSearch(raw: Record<string, unknown>): DefinitionSearch {
  return readTexts(raw, ['id']);
}
