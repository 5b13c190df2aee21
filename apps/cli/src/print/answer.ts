import type { OutputOf, VerbName } from '@sekisho/contract';
import { phrases } from '@sekisho/words/terminal';
import { formatMoment } from '@sekisho/words/time';
import {
  accountTable,
  anyHistoryTable,
  anyLeaseTable,
  couldTable,
  driftText,
  requestedText,
} from './access-views.ts';
import { agreedCard, correctionTable, targetsText } from './agreement-views.ts';
import { burdenText } from './burden-view.ts';
import { cleanJson } from './clean.ts';
import { directoryText } from './directory-view.ts';
import { historyTable, leaseCard, leaseTable } from './lease-views.ts';
import { liveSessionsText } from './live-sessions-view.ts';
import { journalText, membershipCard, membershipTable, teamsText } from './membership-views.ts';
import { nextLine } from './next.ts';
import {
  entryTable,
  meText,
  peopleTable,
  policyTable,
  tokenTable,
  tokenText,
  verdictText,
} from './record-views.ts';
import { foundText, sessionsText, sessionText } from './recording-views.ts';
import { recoveryText } from './recovery-view.ts';
import { actionText, noteText, reviewOf, reviewText, startedText } from './review-views.ts';
import { commandText, costTable, quoteText, sweepText, whoTable } from './server-views.ts';
import { linkTable, passkeyTable, sessionTable } from './session-views.ts';
import { sourcesText, viewsText } from './slo-compare-views.ts';
import { pageCard, pagesText } from './slo-page-views.ts';
import { previewed } from './slo-preview-view.ts';
import { replayed } from './slo-replay-view.ts';
import { sloCard, sloHistory, sloTable } from './slo-views.ts';
import type { Style } from './style.ts';
import { burnText } from './tier-table.ts';

type View<Name extends VerbName> = (answer: OutputOf<Name>, style: Style) => string;

const lines = (answer: unknown) => `${cleanJson(answer)}\n`;

/** How people read the answer of each verb. */
const views: { readonly [Name in VerbName]: View<Name> } = {
  'ops.start': leaseCard,
  'ops.quote': quoteText,
  'ops.list': leaseTable,
  'ops.show': leaseCard,
  'ops.connect': commandText,
  'ops.forward': commandText,
  'ops.extend': leaseCard,
  'ops.hold': leaseCard,
  'ops.handover': leaseCard,
  'ops.replace': leaseCard,
  'ops.stop': leaseCard,
  'ops.history': historyTable,
  'ops.who': whoTable,
  'ops.sweep': sweepText,
  'ops.spare': ({ instanceId, verdict }) => `${instanceId} ${verdict}\n`,
  'ops.cost': costTable,
  'ops.sessions': sessionsText,
  'ops.sessions.show': sessionText,
  'ops.sessions.grep': foundText,
  'ops.sessions.replay': lines,
  'access.request': requestedText,
  'access.list': anyLeaseTable,
  'access.show': leaseCard,
  'access.extend': leaseCard,
  'access.return': leaseCard,
  'access.could': couldTable,
  'access.accounts': accountTable,
  'access.drift': driftText,
  'access.burden': burdenText,
  'access.live-sessions': liveSessionsText,
  'access.live-sessions-propose': liveSessionsText,
  'access.live-sessions-approve': liveSessionsText,
  'access.live-sessions-revoke': liveSessionsText,
  'membership.request': membershipCard,
  'membership.list': membershipTable,
  'membership.show': membershipCard,
  'membership.extend': membershipCard,
  'membership.return': membershipCard,
  'membership.check': membershipCard,
  'membership.journal': journalText,
  'membership.teams': teamsText,
  'ci.exchange': ({ message, ...answer }) => `${message}\n${lines(answer)}`,
  'ci.finish': ({ message }) => `${message}\n`,
  'ci.extend': leaseCard,
  'ci.stop': leaseCard,
  'ci.plan': lines,
  'lease.list': anyLeaseTable,
  'lease.history': anyHistoryTable,
  'lease.show': leaseCard,
  'lease.approve': leaseCard,
  'lease.deny': leaseCard,
  'lease.withdraw': leaseCard,
  'lease.review': leaseCard,
  'lease.stop-all': ({ leases }, { language }) =>
    [phrases.stopped[language], ...leases, ''].join('\n'),
  'lease.resume': (_, { language }) => `${phrases.resumed[language]}\n`,
  'recovery.show': recoveryText,
  'recovery.settle': recoveryText,
  'doctor.examine': lines,
  'timeline.list': entryTable,
  'timeline.verify': verdictText,
  'timeline.export': lines,
  'timeline.anchor': lines,
  'timeline.note': noteText,
  'slo.list': sloTable,
  'slo.show': sloCard,
  'slo.burn': burnText,
  'slo.history': sloHistory,
  'slo.views': viewsText,
  'slo.sources': sourcesText,
  'slo.pages': pagesText,
  'slo.acknowledge': pageCard,
  'slo.link': pageCard,
  'slo.override': ({ repository, commit, pulls, until }, style) =>
    `${[
      `${repository}@${commit.slice(0, 7)}`,
      ...pulls.map((pull) => `#${pull}`),
      ...(until === null ? [] : [`≤ ${formatMoment(new Date(until), style)}`]),
    ].join(' ')}\n`,
  'slo.propose': agreedCard,
  'slo.accept': agreedCard,
  'slo.decline': agreedCard,
  'slo.proposals': targetsText,
  'slo.correct': agreedCard,
  'slo.uncorrect': agreedCard,
  'slo.corrections': correctionTable,
  'slo.replay': replayed,
  'slo.preview': previewed,
  'slo.review': reviewText,
  'slo.review-start': startedText,
  'slo.review-decide': reviewOf,
  'slo.review-action': actionText,
  'slo.review-done': actionText,
  'people.list': peopleTable,
  'people.directory': directoryText,
  'people.me': meText,
  'policy.explain': policyTable,
  'token.create': tokenText,
  'token.list': tokenTable,
  'token.revoke': tokenText,
  'session.list': sessionTable,
  'session.revoke': (session, style) => sessionTable([session], style),
  'passkey.list': passkeyTable,
  'passkey.remove': (passkey, style) => passkeyTable([passkey], style),
  'people.links': linkTable,
  'people.unlink': (link, style) => linkTable([link], style),
};

/** An answer as people read it, with what to do next as its last line. */
export function answerText<Name extends VerbName>(
  verb: Name,
  answer: OutputOf<Name>,
  style: Style,
): string {
  const view: View<Name> = views[verb];
  return view(answer, style) + nextLine(verb, answer, style);
}
