import { readTexts } from '../shared/search-params.ts';
import type { SlackChannel } from './api.ts';

/** Which channel is open, by its name or id, as it stands in the address. */
export interface ChatSearch {
  readonly channel?: string;
}

export function readChatSearch(raw: Record<string, unknown>): ChatSearch {
  return readTexts(raw, ['channel']);
}

/** The channel of an address; without one, or where this person is not in it, that of operations. */
export function channelOf(
  channels: readonly SlackChannel[],
  wanted: string | undefined,
): SlackChannel | undefined {
  return (
    channels.find(({ id, name }) => wanted !== undefined && [id, name].includes(wanted)) ??
    channels.find(({ name }) => name?.includes('ops')) ??
    channels[0]
  );
}
