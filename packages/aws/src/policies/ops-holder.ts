import { holderActions, sessionDocuments } from '../commands/start-session.ts';
import { ownSessions } from './own-sessions.ts';
import { inRegions, type MemberPlace, ofAws } from './place.ts';
import { allow, documentOf, type PolicyDocument } from './statement.ts';

type Declared = (typeof holderActions)[number];

/**
 * What people need who are to use ops servers: sessions on the server whose holder they are now, by the
 * tag of their own principal. Without that tag the variable has no value, and nothing is allowed.
 * Source: Service Authorization Reference, AWS Systems Manager.
 */
export function opsHolderPolicy(place: MemberPlace): PolicyDocument {
  const start: Declared[] = ['ssm:StartSession'];
  return documentOf(holderActions, [
    allow('OpenOnOwnServer', start, {
      on: inRegions(place, 'ec2', 'instance/*'),
      when: {
        StringEquals: {
          'ssm:resourceTag/sekisho:installation': place.installation,
          'ssm:resourceTag/sekisho:holder': '${aws:PrincipalTag/sekisho:holder}',
        },
        // Whoever names no document opens the shell's, and must be allowed that one too.
        BoolIfExists: { 'ssm:SessionDocumentAccessCheck': 'true' },
      },
    }),
    allow('OpenByTheseDocuments', start, {
      on: [
        ...inRegions(place, 'ssm', `document/${sessionDocuments.shell}`),
        ...documentNamed(place, place.forwardDocument),
      ],
    }),
    ...ownSessions(place),
  ]);
}

/** AWS's own documents belong to no account. */
function documentNamed(place: MemberPlace, name: string): string[] {
  const of = name.startsWith('AWS-') ? ofAws : inRegions;
  return of(place, 'ssm', `document/${name}`);
}
