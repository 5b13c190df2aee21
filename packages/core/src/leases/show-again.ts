import type { StepUp } from '@sekisho/config';
import { hasSteppedUp } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';

/**
 * Errors: `step-up-needed` where somebody must show again who they are and did not lately.
 * @param page path of the console's page where it can be done, with what it needs in its address
 */
export function refuseUnlessShown(
  { principal, now, config }: Pick<Tx, 'principal' | 'now' | 'config'>,
  needed: StepUp | null,
  page: string,
): void {
  if (needed === null || hasSteppedUp(principal, needed, now)) return;
  throw new AppError('step-up-needed', {
    needed,
    url: config.url === null ? '' : `${config.url}${page}`,
  });
}

/** A page's path that carries over what was asked for; what was left empty is left out. */
export function pageWith(
  path: string,
  fields: Readonly<Record<string, string | boolean | undefined>>,
): string {
  const said = Object.entries(fields).flatMap(([name, value]) => {
    if (value === undefined || value === false || value === '') return [];
    return [[name, value === true ? 'yes' : value]];
  });
  return `${path}?${new URLSearchParams(said)}`;
}
