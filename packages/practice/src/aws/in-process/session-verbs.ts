import type { AgentStatus, OpsCloud, OpsSession } from '@sekisho/core/cloud';
import { unlessGone } from './instance-verbs.ts';
import type { Send } from './send.ts';

const plainShell = 'SSM-SessionManagerRunShell';

/** The port's verbs about agents and sessions. */
export function sessionVerbs(send: Send): Pick<OpsCloud, 'agents' | 'sessions' | 'endSession'> {
  return {
    agents: async (scope, instanceIds) => {
      const found = new Map<string, AgentStatus>(instanceIds.map((id) => [id, 'absent']));
      for (let from = 0; from < instanceIds.length; from += 50) {
        const Filters = [{ Key: 'InstanceIds', Values: instanceIds.slice(from, from + 50) }];
        const input = { Filters, MaxResults: 50 };
        const { InstanceInformationList } = send(scope, 'DescribeInstanceInformation', input);
        for (const { InstanceId, PingStatus } of InstanceInformationList) {
          found.set(InstanceId, PingStatus === 'Online' ? 'online' : 'lost');
        }
      }
      return found;
    },
    sessions: async (scope, instanceIds) =>
      instanceIds.flatMap((instanceId) => {
        const Filters = [{ key: 'Target', value: instanceId }];
        const { Sessions } = send(scope, 'DescribeSessions', { State: 'Active', Filters });
        return Sessions.map(
          (session): OpsSession => ({
            sessionId: session.SessionId,
            instanceId: session.Target,
            owner: session.Owner,
            startedAt: session.StartDate.toISOString(),
            document: session.DocumentName === plainShell ? null : session.DocumentName,
          }),
        );
      }),
    endSession: async (scope, sessionId) =>
      unlessGone(() => send(scope, 'TerminateSession', { SessionId: sessionId })),
  };
}
