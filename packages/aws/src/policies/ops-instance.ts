import { agentActions, heartbeatActions, recordingActions } from '../server-actions.ts';
import { calledIn, inRegions, type MemberPlace } from './place.ts';
import { allow, documentOf, type PolicyDocument, type Statement } from './statement.ts';

const declared = [...agentActions, ...recordingActions, ...heartbeatActions];
type Declared = (typeof declared)[number];

/**
 * What an ops server may do by itself: carry sessions, ship its logs, and write its heartbeat on itself.
 * Source: Service Authorization Reference, Amazon EC2 and AWS Systems Manager. That `ec2:SourceInstanceARN`
 * is compared to `${ec2:InstanceID}` is how AWS's own policy AWSEC2VssSnapshotPolicy keeps an instance to itself.
 */
export function opsInstancePolicy(place: MemberPlace): PolicyDocument {
  return documentOf(declared, [...agent(place), ...recording(place), heartbeat(place)]);
}

function agent(place: MemberPlace): Statement[] {
  const channels = agentActions.filter((action) => action.startsWith('ssmmessages:'));
  return [
    allow('Register', ['ssm:UpdateInstanceInformation'] satisfies Declared[], {
      on: inRegions(place, 'ec2', 'instance/*'),
    }),
    allow('CarrySessions', channels, { on: ['*'] }),
  ];
}

/**
 * It adds, and neither reads nor removes. CloudWatch Logs compares calls about a group with the ARN of its streams,
 * `…:log-group:NAME:log-stream:`, which the group's name alone does not match.
 */
function recording(place: MemberPlace): Statement[] {
  const { partition, account, recording: to } = place;
  const groups = [to.logGroup, to.sessionLogGroup].map((name) => `log-group:${name}`);
  const bucket = `arn:${partition}:s3:::${to.bucket}`;
  const write: Declared[] = ['logs:CreateLogStream', 'logs:PutLogEvents'];
  return [
    allow('FindLogs', ['logs:DescribeLogGroups'] satisfies Declared[], {
      on: ['*'],
      when: calledIn(place),
    }),
    allow('FindLogStreams', ['logs:DescribeLogStreams'] satisfies Declared[], {
      on: inRegions(place, 'logs', ...groups.map((group) => `${group}:*`)),
    }),
    allow('ShipLogs', write, {
      on: inRegions(place, 'logs', ...groups.map((group) => `${group}:log-stream:*`)),
    }),
    allow('ShipRecordings', ['s3:PutObject'] satisfies Declared[], {
      on: [`${bucket}/sessions/${account}/*`],
    }),
    allow('SeeEncryption', ['s3:GetEncryptionConfiguration'] satisfies Declared[], {
      on: [bucket],
    }),
  ];
}

function heartbeat(place: MemberPlace): Statement {
  const itself = inRegions(place, 'ec2', 'instance/${ec2:InstanceID}');
  return allow('WriteOwnHeartbeat', heartbeatActions, {
    on: inRegions(place, 'ec2', 'instance/*'),
    when: {
      ArnEquals: { 'ec2:SourceInstanceARN': itself },
      'ForAllValues:StringEquals': { 'aws:TagKeys': ['sekisho:heartbeat'] },
      Null: { 'aws:TagKeys': 'false' },
    },
  });
}
