import { readTexts } from '../shared/search-params.ts';

/** What a link to Ask may fill in. */
export interface AskSearch {
  readonly environment?: string;
  readonly for?: string;
  readonly reason?: string;
  readonly ticket?: string;
  readonly size?: string;
  readonly at?: string;
  /** `yes` where the glass is to be broken: somebody was sent here to show who they are. */
  readonly breakGlass?: string;
}

const names = ['environment', 'for', 'reason', 'ticket', 'size', 'at', 'breakGlass'] as const;

/** Reads the address of Ask; what it does not know is left out. */
export function readAskSearch(raw: Record<string, unknown>): AskSearch {
  return readTexts(raw, names);
}
