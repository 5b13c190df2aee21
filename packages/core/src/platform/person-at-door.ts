import { AppError } from './app-error.ts';
import type { Context } from './context.ts';

/** Whether a person is there themselves, and not something that acts for them. */
export function isPersonAtDoor({ principal }: Pick<Context, 'principal'>): boolean {
  const { kind, assurance } = principal;
  return kind === 'person' && assurance !== 'token' && assurance !== 'none';
}

/** Errors: `approver-must-be-person` for agents, CI jobs and bare tokens. */
export function refuseUnlessPerson(context: Pick<Context, 'principal'>): void {
  if (!isPersonAtDoor(context)) throw new AppError('approver-must-be-person', {});
}
