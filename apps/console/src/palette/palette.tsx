import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { openPalette, usePaletteOpened } from './palette-store.ts';

const PaletteDialog = lazy(() =>
  import('./palette-dialog.tsx').then((loaded) => ({ default: loaded.PaletteDialog })),
);

/** The command palette: ⌘K or Ctrl K from anywhere, loaded when it is first opened. */
export function Palette() {
  const opened = usePaletteOpened();
  useHotkeys([['mod+K', openPalette]], []);
  if (!opened) return null;
  return (
    <Suspense fallback={null}>
      <PaletteDialog />
    </Suspense>
  );
}
