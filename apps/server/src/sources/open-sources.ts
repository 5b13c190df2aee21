import type { SourceAdapters } from '@sekisho/core';
import type { createSourceAdapters } from './adapters.ts';
import type { SourceOptions } from './options.ts';

/** The programs that read sources, loaded when the first source is read: a server opens without them. */
export function openSources(options: SourceOptions, stopping: AbortSignal) {
  let adapters: ReturnType<typeof createSourceAdapters> | null = null;
  return {
    async load(): Promise<SourceAdapters> {
      const { createSourceAdapters: create } = await import('./adapters.ts');
      adapters ??= create(options);
      return { ...adapters, stopping };
    },
    close: () => adapters?.close(),
  };
}
