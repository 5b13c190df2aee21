import { useEffect, useState } from 'react';

interface RowKeys {
  readonly chosen: number;
}

/** Moves through rows with `j` and `k`, opens one with Enter, and puts the cursor in the search with `/`. */
export function useRowKeys(count: number, open: (row: number) => void): RowKeys {
  const [chosen, setChosen] = useState(-1);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (event.key === 'j') setChosen((row) => Math.min(count - 1, row + 1));
      if (event.key === 'k') setChosen((row) => Math.max(0, row - 1));
      if (event.key === 'Enter' && chosen >= 0 && event.target === document.body) open(chosen);
      if (event.key === '/') {
        event.preventDefault();
        document.querySelector<HTMLElement>('input[type="search"]')?.focus();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [count, chosen, open]);
  useEffect(() => {
    document.querySelector('[data-chosen]')?.scrollIntoView({ block: 'nearest' });
  });
  return { chosen: Math.min(chosen, count - 1) };
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
