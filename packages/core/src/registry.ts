import type { VerbName } from '@sekisho/contract';
import * as access from './access/index.ts';
import * as ci from './ci/index.ts';
import { approve, deny, resume, review, stopAll, withdraw } from './leases/index.ts';
import * as lent from './lent/index.ts';
import * as ops from './ops/index.ts';
import * as people from './people/index.ts';
import type { AnyImplementation } from './platform/verb.ts';
import { explain } from './policy/index.ts';
import type { Ports } from './ports.ts';
import * as agreements from './slo/answers/index.ts';
import * as slo from './slo/index.ts';
import * as reviews from './slo/review/index.ts';
import * as timeline from './timeline/index.ts';

/** Every declared verb has an implementation here: the type checker sees to it. */
export const implementations: Readonly<Record<VerbName, AnyImplementation<Ports>>> = {
  'ops.start': ops.start,
  'ops.quote': ops.quote,
  'ops.list': ops.list,
  'ops.show': ops.show,
  'ops.connect': ops.connect,
  'ops.forward': ops.forward,
  'ops.extend': ops.extend,
  'ops.hold': ops.hold,
  'ops.handover': ops.handover,
  'ops.stop': ops.stop,
  'ops.history': ops.history,
  'ops.who': ops.who,
  'ops.sweep': ops.sweep,
  'ops.spare': ops.spare,
  'ops.cost': ops.cost,
  'access.request': access.request,
  'access.list': access.list,
  'access.show': access.show,
  'access.extend': access.extend,
  'access.return': access.giveBack,
  'access.could': access.could,
  'access.drift': access.drift,
  'lease.list': lent.list,
  'lease.show': lent.show,
  'ci.exchange': ci.exchange,
  'ci.finish': ci.finish,
  'ci.extend': ci.extend,
  'ci.stop': ci.stop,
  'ci.plan': ci.plan,
  'lease.approve': approve,
  'lease.deny': deny,
  'lease.withdraw': withdraw,
  'lease.review': review,
  'lease.stop-all': stopAll,
  'lease.resume': resume,
  'timeline.list': timeline.list,
  'timeline.verify': timeline.verify,
  'timeline.export': timeline.exportEntries,
  'timeline.anchor': timeline.anchor,
  'timeline.note': timeline.note,
  'slo.list': slo.list,
  'slo.show': slo.show,
  'slo.burn': slo.burn,
  'slo.history': slo.history,
  'slo.views': slo.views,
  'slo.sources': slo.sources,
  'slo.pages': slo.pages,
  'slo.acknowledge': slo.acknowledge,
  'slo.link': slo.link,
  'slo.override': slo.override,
  'slo.propose': agreements.propose,
  'slo.accept': agreements.accept,
  'slo.decline': agreements.decline,
  'slo.proposals': agreements.proposals,
  'slo.correct': agreements.correct,
  'slo.uncorrect': agreements.uncorrect,
  'slo.corrections': agreements.corrections,
  'slo.replay': slo.replay,
  'slo.preview': slo.preview,
  'slo.review': reviews.review,
  'slo.review-start': reviews.reviewStart,
  'slo.review-decide': reviews.reviewDecide,
  'slo.review-action': reviews.reviewAction,
  'slo.review-done': reviews.reviewDone,
  'people.list': people.list,
  'people.me': people.me,
  'people.links': people.listLinks,
  'people.unlink': people.unlink,
  'policy.explain': explain,
  'token.create': people.createToken,
  'token.list': people.listTokens,
  'token.revoke': people.revokeToken,
  'session.list': people.listSessions,
  'session.revoke': people.revokeSession,
  'passkey.list': people.listPasskeys,
  'passkey.remove': people.removePasskey,
};
