import { useEffect, useRef, useState } from 'react';
import { step } from './row-step.ts';

/**
 * Moves through rows with `j` and `k`, opens one with Enter, and puts the cursor in the search
 * with `/`. Answers the chosen row by its id: it stays the same one when others come above it.
 */
export function useRowKeys(ids: readonly string[], open: (id: string) => void): string | null {
  const [kept, setChosen] = useState<string | null>(null);
  const chosen = kept !== null && ids.includes(kept) ? kept : null;
  const latest = useRef({ ids, open, chosen });
  latest.current = { ids, open, chosen };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const now = latest.current;
      if (event.metaKey || event.ctrlKey || event.altKey || isElsewhere(event.target)) return;
      if (event.key === 'j') setChosen((before) => step(now.ids, before, 1));
      if (event.key === 'k') setChosen((before) => step(now.ids, before, -1));
      if (event.key === 'Enter' && now.chosen !== null && isNothing(event.target)) {
        now.open(now.chosen);
      }
      if (event.key === '/') {
        event.preventDefault();
        document.querySelector<HTMLElement>('input[type="search"]')?.focus();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => {
    // Only when it moves: a page that is drawn anew must not take the reader's place away.
    if (chosen !== null) {
      document.querySelector('[data-chosen]')?.scrollIntoView({ block: 'nearest' });
    }
  }, [chosen]);
  return chosen;
}

/** Keys that are typed into a field, or meant for a dialog that stands before the rows. */
function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest('[role="dialog"]') !== null
  );
}

/** The page itself, and nothing on it that has a meaning of its own for Enter. */
function isNothing(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof HTMLElement && target.id === 'page');
}
