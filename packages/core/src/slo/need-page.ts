import { AppError } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import { findPage, type PageRow } from './alerts/index.ts';

/** The page of this id. Errors: `page-not-found`. */
export async function needPage(tx: Tx, id: string): Promise<PageRow> {
  const row = await findPage(tx, id);
  if (row === undefined) throw new AppError('page-not-found', { id });
  return row;
}

/** Calls that change a page take turns. */
export function pageSubject(id: string): string {
  return `slo-page:${id}`;
}
