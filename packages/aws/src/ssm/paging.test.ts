import { afterEach, describe, expect, it } from 'vitest';
import { callerIs, json, type SeenCall, startScriptedAws } from '../../test/judges/scripted-aws.ts';
import { createAwsOpsCloud } from '../ops-cloud.ts';

const account = '111122223333';
const scope = { environment: 'staging', account, region: 'ap-northeast-1' };

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

/** The adapter before an SSM that answers each request as told. */
async function facing(answer: (request: Record<string, unknown>) => unknown) {
  const aws = await startScriptedAws(({ name, body }: SeenCall) =>
    name === 'GetCallerIdentity'
      ? callerIs(account)
      : json(200, answer(JSON.parse(body) as Record<string, unknown>)),
  );
  const cloud = createAwsOpsCloud({
    endpoint: aws.endpoint,
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
    installation: 'tokyo',
    schedulerRoleArn: 'arn:aws:iam::111122223333:role/s',
  });
  open.push(cloud, aws);
  const asked = () =>
    aws.calls
      .filter(({ name }) => name.startsWith('Describe'))
      .map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  return { cloud, asked };
}

describe('agents', () => {
  it('are asked for a hundred at a time, over all pages, empty ones too', async () => {
    const ids = Array.from({ length: 130 }, (_, index) => `i-${index}`);
    const { cloud, asked } = await facing(({ Filters, NextToken }) => {
      const wanted = (Filters as { Values: string[] }[])[0]?.Values ?? [];
      if (NextToken === undefined) return { InstanceInformationList: [], NextToken: 'two' };
      const online = wanted.map((InstanceId) => ({ InstanceId, PingStatus: 'Online' }));
      return { InstanceInformationList: online };
    });
    const status = await cloud.agents(scope, ids);
    expect([...status.values()].every((each) => each === 'online')).toBe(true);
    expect(status.size).toBe(130);
    expect(asked()).toHaveLength(4);
  });

  it('that lost their connection are lost, and unknown ones absent', async () => {
    const { cloud } = await facing(() => ({
      InstanceInformationList: [
        { InstanceId: 'i-1', PingStatus: 'ConnectionLost' },
        { InstanceId: 'i-2', PingStatus: 'Inactive' },
        { InstanceId: 'i-other', PingStatus: 'Online' },
      ],
    }));
    const status = await cloud.agents(scope, ['i-1', 'i-2', 'i-3']);
    expect(Object.fromEntries(status)).toEqual({ 'i-1': 'lost', 'i-2': 'lost', 'i-3': 'absent' });
  });
});

describe('sessions', () => {
  const session = (SessionId: string, Target: string, DocumentName?: string) => ({
    SessionId,
    Target,
    Owner: 'arn:aws:iam::111122223333:user/hanako',
    StartDate: 1_770_000_000,
    DocumentName,
  });

  it('of one instance are asked for by target', async () => {
    const { cloud, asked } = await facing(() => ({
      Sessions: [session('s-1', 'i-1', 'SSM-SessionManagerRunShell')],
    }));
    expect(await cloud.sessions(scope, ['i-1'])).toEqual([
      {
        sessionId: 's-1',
        instanceId: 'i-1',
        owner: 'arn:aws:iam::111122223333:user/hanako',
        startedAt: '2026-02-02T02:40:00.000Z',
        document: null,
      },
    ]);
    expect(asked()[0]).toMatchObject({
      State: 'Active',
      Filters: [{ key: 'Target', value: 'i-1' }],
    });
  });

  it('of several are one listing, from which others are left out', async () => {
    const forward = 'AWS-StartPortForwardingSessionToRemoteHost';
    const { cloud, asked } = await facing(({ NextToken }) =>
      NextToken === undefined
        ? { Sessions: [session('s-1', 'i-1'), session('s-9', 'i-9')], NextToken: 'two' }
        : { Sessions: [session('s-2', 'i-2', forward)] },
    );
    const found = await cloud.sessions(scope, ['i-1', 'i-2']);
    expect(found.map(({ sessionId, document }) => [sessionId, document])).toEqual([
      ['s-1', null],
      ['s-2', forward],
    ]);
    expect(asked().map(({ Filters }) => Filters)).toEqual([undefined, undefined]);
  });

  it('are read although a stranger’s in the same listing says next to nothing of itself', async () => {
    const { cloud } = await facing(() => ({
      Sessions: [{ SessionId: 's-odd' }, session('s-1', 'i-1')],
    }));
    const found = await cloud.sessions(scope, ['i-1', 'i-2']);
    expect(found.map(({ sessionId }) => sessionId)).toEqual(['s-1']);
  });

  it('of nothing are not asked for', async () => {
    const { cloud, asked } = await facing(() => ({}));
    expect(await cloud.sessions(scope, [])).toEqual([]);
    expect(asked()).toEqual([]);
  });
});
