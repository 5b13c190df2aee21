import type { Tried } from './tried.ts';

/** What follows from all that was tried of a role. */
export type TriedVerdict =
  | { readonly outcome: 'denied'; readonly actions: string; readonly detail: string }
  | { readonly outcome: 'unsure'; readonly actions: string; readonly keys: string }
  | { readonly outcome: 'unread'; readonly detail: string }
  | { readonly outcome: 'untried' }
  | { readonly outcome: 'no-role' }
  | { readonly outcome: 'granted' };

/** Judges a role by the worst of what was tried: what nobody knows is not well. */
export function judgeTried(tried: readonly Tried[]): TriedVerdict {
  const those = (outcome: Tried['outcome']) => tried.filter((one) => one.outcome === outcome);
  const [denied, unsure, unread] = [those('denied'), those('unsure'), those('unread')];
  const actions = (some: readonly Tried[]) => listed(some.map(({ action }) => action));
  const [first] = denied;
  if (first !== undefined)
    return { outcome: 'denied', actions: actions(denied), detail: first.detail };
  if (unsure.length > 0) {
    const keys = listed(unsure.map(({ detail }) => detail));
    return { outcome: 'unsure', actions: actions(unsure), keys };
  }
  const [lost] = unread;
  if (lost !== undefined) return { outcome: 'unread', detail: `${lost.action}: ${lost.detail}` };
  if (tried.some(({ outcome }) => outcome === 'no-role')) return { outcome: 'no-role' };
  const isWhole = tried.length > 0 && tried.every(({ outcome }) => outcome === 'simulated');
  return { outcome: isWhole ? 'granted' : 'untried' };
}

function listed(names: readonly string[]): string {
  return [...new Set(names)].join(', ');
}
