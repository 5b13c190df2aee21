import type { MinuteSource } from '@sekisho/core/sources';

/** A source whose connections end with it. */
export type Closable = MinuteSource & { close(): void };

/** One that keeps no connection. */
export function closable(source: MinuteSource): Closable {
  return { ...source, close: () => undefined };
}
