import { readTexts } from '../shared/search-params.ts';

/** The code of a command line that asks to be let in. */
export function readDeviceSearch(raw: Record<string, unknown>): { readonly code?: string } {
  return readTexts(raw, ['code']);
}

/** The one-time secret by which a Slack user is linked. */
export function readLinkSearch(raw: Record<string, unknown>): { readonly secret?: string } {
  return readTexts(raw, ['secret']);
}
