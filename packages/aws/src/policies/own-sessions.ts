import { inRegions, type Place } from './place.ts';
import { allow, type Statement } from './statement.ts';

/** Actions of whoever is within a session. */
type Carrying = 'ssm:ResumeSession' | 'ssm:TerminateSession' | 'ssmmessages:OpenDataChannel';

/**
 * Ends, resumes and carries sessions that one began oneself. Source: Systems Manager User Guide, "Allow a user to end
 * only sessions they started": every session bears the `aws:userid` of whoever began it.
 */
export function ownSessions(place: Place): Statement[] {
  const own = { 'ssm:resourceTag/aws:ssmmessages:session-id': '${aws:userid}' };
  const endAndResume: Carrying[] = ['ssm:ResumeSession', 'ssm:TerminateSession'];
  const carry: Carrying[] = ['ssmmessages:OpenDataChannel'];
  return [
    allow('EndAndResumeOwnSessions', endAndResume, {
      on: inRegions(place, 'ssm', 'session/*'),
      when: { StringEquals: own },
    }),
    allow('CarryOwnSessions', carry, { on: ['*'] }),
  ];
}
