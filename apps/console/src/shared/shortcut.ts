const apple = /Mac|iPhone|iPad/.test(navigator.platform);

/** A key with the modifier that this machine's keyboard has: `⌘K`, or `Ctrl K`. */
export function shortcut(key: 'K' | 'Enter'): string {
  if (!apple) return `Ctrl ${key}`;
  return `⌘${key === 'Enter' ? '↵' : key}`;
}
