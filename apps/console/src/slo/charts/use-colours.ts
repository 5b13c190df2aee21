import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';

const names = {
  line: '--sk-line',
  text: '--sk-text',
  soft: '--sk-soft',
  accent: '--sk-accent',
  kind: '--sk-kind-ops-server',
  kindSoft: '--sk-kind-ops-server-soft',
  bad: '--sk-error',
  wait: '--sk-wait',
  good: '--sk-good',
  hatch: '--sk-hatch',
  surface: '--sk-surface',
} as const;

/** Our tokens as colours: a canvas knows no variables. */
export type Colours = Readonly<Record<keyof typeof names, string>>;

/** The tokens of the scheme that is shown, read anew when it changes. */
export function useColours(): Colours {
  const scheme = useComputedColorScheme();
  return useMemo(() => readColours(scheme), [scheme]);
}

function readColours(scheme: 'light' | 'dark'): Colours {
  const probe = document.documentElement;
  // The attribute is set after the first render in which the scheme is known.
  probe.setAttribute('data-mantine-color-scheme', scheme);
  const style = getComputedStyle(probe);
  const read = Object.entries(names).map(([name, token]) => [name, style.getPropertyValue(token)]);
  return Object.fromEntries(read) as Colours;
}
