import type { ContextValue } from '@sekisho/iam-policy';
import type { Credentials, Tags } from '../world/records.ts';

type Context = Readonly<Record<string, ContextValue>>;

/** The keys that every call of a role session has. @param now epoch milliseconds */
export function sessionContext(session: Credentials, roleArn: string, now: number): Context {
  const { sourceIdentity, directoryUser, sourceInstance } = session;
  return {
    ...timeContext(now),
    'aws:TokenIssueTime': isoSeconds(session.issuedAt),
    'aws:userid': session.userId,
    'aws:PrincipalArn': roleArn,
    'aws:PrincipalAccount': session.account,
    'aws:PrincipalType': 'AssumedRole',
    ...tagContext('aws:PrincipalTag', session.tags),
    ...(sourceIdentity === null ? {} : { 'aws:SourceIdentity': sourceIdentity }),
    ...(directoryUser === undefined ? {} : { 'identitystore:UserId': directoryUser }),
    ...(sourceInstance === undefined ? {} : { 'ec2:SourceInstanceARN': sourceInstance }),
  };
}

/** The time, in the two forms that conditions know it in. */
export function timeContext(now: number): Context {
  return {
    'aws:CurrentTime': new Date(now).toISOString(),
    'aws:EpochTime': String(Math.floor(now / 1000)),
    'aws:SecureTransport': 'true',
  };
}

/** One key for each tag: `aws:RequestTag/team`. */
export function tagContext(prefix: string, tags: Tags): Context {
  return Object.fromEntries(
    Object.entries(tags).map(([key, value]) => [`${prefix}/${key}`, value]),
  );
}

/** The keys of a request that brings tags. */
export function requestTagContext(tags: Tags): Context {
  const names = Object.keys(tags);
  return {
    ...tagContext('aws:RequestTag', tags),
    ...(names.length ? { 'aws:TagKeys': names } : {}),
  };
}

/** Times of issue are whole seconds. */
function isoSeconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
