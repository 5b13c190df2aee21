import type { PersonConfig } from '@sekisho/config';
import type { Parts } from '../parts.ts';
import { showPossible } from './show-possible.ts';
import { type OpenForm, showQuote } from './show-quote.ts';
import { showTeams } from './show-teams.ts';

/** Forms that tell what comes of it while they are filled. */
const filling = {
  'ops.start': showQuote,
  'access.request': showPossible,
  'membership.request': showTeams,
} as const;
export type LiveForm = keyof typeof filling;

export function isLive(form: string): form is LiveForm {
  return Object.hasOwn(filling, form);
}

/** Fills what is known of these values into an open form. */
export function fillForm(
  parts: Parts,
  person: PersonConfig,
  { form, ...open }: OpenForm & { readonly form: LiveForm },
): Promise<void> {
  return filling[form](parts, person, open);
}
