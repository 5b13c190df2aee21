import { AppError } from '@sekisho/core';
import {
  BackupError,
  createBackupJudge,
  dump,
  noteBackupSent,
  refuseBadRecipients,
  seal,
  spool,
} from '@sekisho/core/backup';
import { Hono } from 'hono';
import { readJson } from '../read-json.ts';
import { refuseOtherMethods } from './methods.ts';
import type { DoorEnv, HttpDoorOptions } from './options.ts';
import { bodyToItsEnd } from './to-its-end.ts';
import type { WhoAsks } from './who-asks.ts';

const mostRecipients = 20;

/**
 * `POST /backup {recipients?, unencrypted?}`: everything that the database holds, for an admin. It is
 * written to the disk before it is sent: no reader, however slow, keeps the database waiting.
 */
export function backupRoute(
  { core, practice, dataDirectory }: HttpDoorOptions,
  whoAsks: WhoAsks,
): Hono<DoorEnv> {
  const routes = new Hono<DoorEnv>();
  const judge = createBackupJudge(core.house);
  routes.post('/backup', async (c) => {
    const context = await whoAsks(c);
    const { recipients, unencrypted } = askedIn(await readJson(c.req.raw));
    await refuseBadRecipients(recipients).catch(tellBadRecipient);
    await judge(context, { recipients, unencrypted, practice: practice !== null });
    const whole = await seal(dump(core.house.database), recipients);
    const { bytes, sha256, content } = await spool(dataDirectory, whole);
    c.header('content-type', 'application/octet-stream');
    c.header('content-length', String(bytes));
    c.header('repr-digest', `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`);
    c.header('cache-control', 'no-store');
    const sent = () => noteBackupSent(core.house, context, { bytes, sha256 });
    return c.body(bodyToItsEnd(content, sent));
  });
  refuseOtherMethods(routes, '/backup', 'POST');
  return routes;
}

function askedIn(body: Readonly<Record<string, unknown>>) {
  const { recipients = [], unencrypted = false } = body;
  const isList = Array.isArray(recipients) && recipients.length <= mostRecipients;
  if (!isList || !recipients.every((one) => typeof one === 'string' && one.length < 4000)) {
    throw wrong('recipients', `0–${mostRecipients}`);
  }
  if (typeof unencrypted !== 'boolean') throw wrong('unencrypted', 'true');
  return { recipients: recipients as readonly string[], unencrypted };
}

function wrong(field: string, needed: string): AppError {
  return new AppError('bad-input', { field, value: '', problem: 'not-good', needed });
}

function tellBadRecipient(error: unknown): never {
  if (error instanceof BackupError) throw new AppError('backup-recipient', { value: error.detail });
  throw error;
}
