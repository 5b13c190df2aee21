import type { PlanAction, ResourceDiff } from '@sekisho/terraform-plan';

/** Resources on one page: what a browser draws at once without a pause. */
export const pageSize = 100;

/** Those whose address or attributes hold every word that is looked for, and that are of an action. */
export function findResources(
  resources: readonly ResourceDiff[],
  search: string,
  action: PlanAction | '',
): readonly ResourceDiff[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return resources.filter(
    (one) => (action === '' || one.action === action) && words.every((word) => holds(one, word)),
  );
}

function holds({ address, attributes }: ResourceDiff, word: string): boolean {
  if (address.toLowerCase().includes(word)) return true;
  return attributes.some(({ path }) => path.toLowerCase().includes(word));
}

/** The actions that there are, in the order of the resources. */
export function actionsIn(resources: readonly ResourceDiff[]): readonly PlanAction[] {
  return [...new Set(resources.map(({ action }) => action))];
}

/** One page; a page that is no longer there is the last one. */
export function pageOf<Row>(
  rows: readonly Row[],
  page: number,
): { readonly rows: readonly Row[]; readonly page: number; readonly from: number } {
  const last = Math.max(0, Math.ceil(rows.length / pageSize) - 1);
  const at = Math.min(Math.max(0, page), last);
  return { rows: rows.slice(at * pageSize, (at + 1) * pageSize), page: at, from: at * pageSize };
}

/** A name of its own for each row: old objects may share an address, and cut ones may look the same. */
export function keyOfResource({ address, deposed }: ResourceDiff, index: number): string {
  return deposed || address.endsWith('…') ? `${address} ${index}` : address;
}
