import type { KeepingCloud } from '@sekisho/core/cloud';
import type { KeepingOptions } from './keeping/sdk-keeping.ts';

/**
 * The port `KeepingCloud` on S3, with Sekisho's own identity. @see KeepingCloud for what each method
 * promises. As the port of ops servers does, it loads the SDK by its first call.
 */
export function createAwsKeeping(options: KeepingOptions): KeepingCloud & { close(): void } {
  let loading: Promise<KeepingCloud & { close(): void }> | null = null;
  const load = () => {
    loading ??= import('./keeping/sdk-keeping.ts').then(({ createSdkKeeping }) =>
      createSdkKeeping(options),
    );
    return loading;
  };
  return {
    newest: async (place) => (await load()).newest(place),
    hidden: async (place, newest) => (await load()).hidden(place, newest),
    read: async (place, key, version) => (await load()).read(place, key, version),
    write: async (place, key, text) => (await load()).write(place, key, text),
    lock: async (place) => (await load()).lock(place),
    close: () => void loading?.then((cloud) => cloud.close()),
  };
}
