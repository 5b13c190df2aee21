import type { RecordedCommand } from '@sekisho/contract';
import type { CommandRow } from './store.ts';

export function commandView({ number, at, text }: CommandRow): RecordedCommand {
  return { number, at: at?.toISOString() ?? null, text };
}
