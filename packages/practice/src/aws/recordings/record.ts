import { createHash } from 'node:crypto';
import { addEvents } from '../logs/streams.ts';
import { objectKey } from '../s3/objects.ts';
import type { Session } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { auditOfCommands, auditOfForward } from './audit.ts';
import { practiceRecordings } from './places.ts';
import { screenOf } from './script.ts';

/**
 * From now on every session that ends leaves what Session Manager's preferences and the server's own
 * journal leave: its screen in S3 and in CloudWatch Logs, and the audit of what was run.
 */
export function recordSessions(world: World): void {
  world.sessions.watch((_id, before, after) => {
    if (after !== undefined && before?.endedAt === null && after.endedAt !== null)
      record(world, after);
  });
}

function record(world: World, session: Session): void {
  const isShell = session.document === null || session.document === 'SSM-SessionManagerRunShell';
  const now = session.endedAt ?? world.clock;
  const { hostLogGroup, logGroup } = practiceRecordings;
  const audit = isShell ? auditOfCommands(session) : auditOfForward(session);
  addEvents(world, session, { group: hostLogGroup, name: session.instanceId, events: audit }, now);
  if (!isShell) return;
  const screen = screenOf(session);
  const events = screen.map(({ at, text }) => ({ at, message: streamed(session, at, text) }));
  addEvents(world, session, { group: logGroup, name: session.id, events }, now);
  putLog(world, session, Buffer.from(screen.map(({ text }) => text).join('')), now);
}

/** An event as the agent streams it. Source: amazon-ssm-agent, `cloudwatchlogsservice.go`, `buildEventInfo`. */
function streamed(session: Session, at: number, text: string): string {
  const lines = text.replaceAll('\t', ' ').replaceAll('\r', '').split('\n');
  return JSON.stringify({
    eventVersion: '1.0',
    eventTime: `${new Date(at).toISOString().slice(0, 19)}Z`,
    awsRegion: session.region,
    target: { id: session.instanceId },
    userIdentity: { arn: session.owner },
    runAsUser: session.owner.split('/').at(-1) ?? '',
    sessionId: session.id,
    sessionData: lines.at(-1) === '' ? lines.slice(0, -1) : lines,
  });
}

function putLog(world: World, session: Session, body: Buffer, now: number): void {
  const { bucket } = practiceRecordings;
  if (!world.buckets.has(bucket)) return;
  const key = `sessions/${session.account}/${session.id}.log`;
  world.objects.put(objectKey(bucket, key), {
    ...{ bucket, key, size: body.length, modifiedAt: now, contentType: null, metadata: {} },
    body: body.toString('base64'),
    etag: `"${createHash('md5').update(body).digest('hex')}"`,
  });
}
