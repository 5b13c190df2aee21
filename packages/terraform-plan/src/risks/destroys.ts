import type { Change } from '../reading/change.ts';
import { isGuardrail } from './guardrails.ts';
import { type Risk, risk } from './risk.ts';
import { isDisposable, lostWith } from './stateful.ts';

/** What a plan destroys, replaces or forgets: data first, then guardrails, then the rest. */
export function destroyRisks(change: Change): readonly Risk[] {
  const { action, type, mode } = change;
  if (mode !== 'managed' || !['delete', 'replace', 'forget'].includes(action)) return [];
  const lost = lostWith(type);
  const facts = { type, ...(change.deposed ? { deposed: 'yes' } : {}) };
  if (action === 'forget')
    return lost === null ? [] : [risk(change, 'forget-stateful', 'warning', { ...facts, lost })];
  if (lost !== null) {
    const code = action === 'delete' ? 'destroy-stateful' : 'replace-stateful';
    return [risk(change, code, 'danger', { ...facts, lost, ...causeOf(change) })];
  }
  if (action === 'delete' && isGuardrail(type))
    return [risk(change, 'guardrail-removed', 'danger', facts)];
  // A type that is not in the table may hold data all the same.
  const severity = isDisposable(type) ? 'note' : 'warning';
  const code = action === 'delete' ? 'destroy' : 'replace';
  return [risk(change, code, severity, { ...facts, ...causeOf(change) })];
}

/** Which attributes force the replacement. */
function causeOf({ action, replaces }: Change): Readonly<Record<string, string>> {
  const paths = replaces.slice(0, 4).map((path) => path.slice(0, 80));
  return action === 'replace' && paths.length > 0 ? { because: paths.join(', ') } : {};
}
