import type { MouseEvent } from 'react';

/** Not a click on a link itself, not one for a new tab, and not the end of marking text. */
export function isPlainClick(event: MouseEvent<HTMLElement>): boolean {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  if (event.target instanceof Element && event.target.closest('a') !== null) return false;
  return getSelection()?.isCollapsed ?? true;
}
