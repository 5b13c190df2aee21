/** What happens to one object of a plan. */
export type PlanAction = 'create' | 'update' | 'replace' | 'delete' | 'read' | 'no-op' | 'forget';

/** Source: https://developer.hashicorp.com/terraform/internals/json-format#change-representation; `open` is OpenTofu's, of ephemeral resources. */
const known: Readonly<Record<string, PlanAction>> = {
  'no-op': 'no-op',
  create: 'create',
  read: 'read',
  open: 'read',
  update: 'update',
  'delete,create': 'replace',
  'create,delete': 'replace',
  // The old object stays behind, unknown to the state.
  'forget,create': 'replace',
  'create,forget': 'replace',
  delete: 'delete',
  forget: 'forget',
};

/** The one word for a plan's list of actions; null for one that nobody has documented. */
export function actionOf(actions: readonly string[]): PlanAction | null {
  const joined = actions.join(',');
  return Object.hasOwn(known, joined) ? (known[joined] ?? null) : null;
}
