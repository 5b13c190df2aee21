import type { SloConfig } from '@sekisho/config';
import type { ChangeView } from '@sekisho/contract';
import type { Tx } from '../../platform/context.ts';
import { type ConcernedRow, concernedPulls } from './store.ts';

/** Pull requests shown beside an SLO; the rest is on GitHub. */
const fewChanges = 50;

/**
 * The open pull requests of an SLO's service that a spent budget concerns: first those that were let
 * through, then those that wait. Undefined where none can: GitHub is not set up, or no repository named.
 */
export async function changesOf(tx: Tx, { service }: SloConfig): Promise<ChangeView[] | undefined> {
  const { github, services } = tx.config;
  const repositories = services[service]?.repositories ?? [];
  if (github === null || repositories.length === 0) return undefined;
  const rows = await concernedPulls(tx, repositories, fewChanges);
  return rows.map(viewOf);
}

function viewOf({ repository, number, head, told_why, who, at, until }: ConcernedRow): ChangeView {
  const said = { repository, number, commit: head };
  if (who !== null && at !== null)
    return {
      ...{ ...said, state: 'through', by: who, at: at.toISOString() },
      until: until?.toISOString() ?? null,
    };
  const state = told_why?.kind === 'fix' ? 'fix' : 'held';
  return { ...said, state, by: null, at: null, until: null };
}
