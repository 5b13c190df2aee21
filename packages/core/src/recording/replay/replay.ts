import { contract } from '@sekisho/contract';
import { AppError } from '../../platform/app-error.ts';
import { askCloud } from '../../platform/cloud-failure.ts';
import { transact } from '../../platform/context.ts';
import { implement, type PrepareScope } from '../../platform/verb.ts';
import type { RecordingPorts } from '../ports.ts';
import { reachOf, recordReading, refuseUnlessReader } from '../readers.ts';
import { scopeOfSession } from '../scope.ts';
import { needSession } from '../store.ts';
import { sessionView } from '../view.ts';
import { objectPage } from './object-page.ts';
import type { RecordingEvents } from './page.ts';
import { streamPage } from './stream-page.ts';

/** Nobody records how large a screen was. */
const screen = { width: 120, height: 36 };

export const replay = implement(contract['ops.sessions.replay'], {
  prepare: async ({ house, ports, context }: PrepareScope<RecordingPorts>, { id, after }) => {
    const found = await transact(house, context.principal, async (tx) => {
      const row = await needSession(tx, id);
      // Before anything is fetched.
      refuseUnlessReader(tx, context, row);
      const place = tx.config.recording?.places[row.environment] ?? null;
      return { row, place, scope: scopeOfSession(tx.config, row) };
    });
    const { row, place, scope } = found;
    const cloud = ports.recordings;
    const nothing = () => new AppError('no-recording', { id, state: row.recording });
    if (cloud === undefined || place === null || scope === null) throw nothing();
    const asked = { cloud, scope, row, after: after ?? null };
    const { logGroup, s3 } = place;
    const page = await askCloud(async () => {
      if (row.recording === 'cloudwatch' && logGroup !== null) return streamPage(asked, logGroup);
      return row.recording === 's3' && s3 !== null ? objectPage(asked, s3) : null;
    });
    if (page === null) throw nothing();
    return page;
  },
  decide: async (tx, { id }, page: RecordingEvents, context) => {
    const row = await needSession(tx, id);
    refuseUnlessReader(tx, context, row);
    await recordReading(tx, row, 'ops.sessions.replay');
    const timestamp = Math.floor(row.started_at.getTime() / 1000);
    const title = `${row.id} · ${row.environment} · ${row.lease}`;
    return {
      session: sessionView(tx, row, reachOf(tx, context)),
      header: { version: 2, ...screen, timestamp, title },
      ...page,
    };
  },
});
