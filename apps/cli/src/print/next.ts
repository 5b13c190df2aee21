import type { Agreed, Lease, LeaseState, OutputOf, VerbName } from '@sekisho/contract';
import { phrases } from '@sekisho/words/terminal';
import { cleanLine } from './clean.ts';
import type { Style } from './style.ts';

const afterGrant: Readonly<Record<Lease['kind'], (id: string) => string>> = {
  'ops-server': (id) => `ops connect ${id} --exec`,
  'permission-set': (id) => `access return ${id}`,
  'ci-role': (id) => `ci stop ${id}`,
  membership: (id) => `membership journal ${id}`,
};

/** What a person most likely does next with a lease in each state; null when nothing is left to do. */
const afterState: Readonly<Record<LeaseState, ((lease: Lease) => string) | null>> = {
  requested: (lease) => `sekisho lease approve ${lease.id}`,
  approved: (lease) => `sekisho lease show ${lease.id}`,
  granting: (lease) => `sekisho lease show ${lease.id}`,
  active: (lease) => `sekisho ${afterGrant[lease.kind](lease.id)}`,
  revoking: (lease) => `sekisho lease show ${lease.id}`,
  ended: (lease) =>
    lease.reviewDue
      ? `sekisho lease review ${lease.id} --text "…"`
      : `sekisho timeline list --lease ${lease.id}`,
  denied: (lease) => `sekisho timeline list --lease ${lease.id}`,
  withdrawn: null,
  lapsed: (lease) => `sekisho timeline list --lease ${lease.id}`,
  failed: (lease) => `sekisho timeline list --lease ${lease.id}`,
};

const start = 'sekisho ops start --environment staging --for 30m --reason "…" --wait';

/** What comes next for a proposal or a correction: somebody's answer, or a look. */
function afterAgreed({ kind, id, state, ...agreed }: Agreed): string {
  if (state === 'open') return `sekisho slo accept ${id}`;
  if (kind === 'correction') return 'sekisho slo corrections';
  return `sekisho slo proposals ${'slo' in agreed ? agreed.slo : ''}`;
}

function isAgreed(answer: unknown): answer is Agreed {
  if (typeof answer !== 'object' || answer === null || !('kind' in answer)) return false;
  return answer.kind === 'target' || answer.kind === 'correction';
}

const afterVerb: Partial<Record<VerbName, string>> = {
  'ops.history': 'sekisho timeline list',
  'lease.history': 'sekisho lease show ID',
  'ops.who': 'sekisho ops list',
  'ops.sweep': 'sekisho ops sweep --apply',
  'ops.cost': 'sekisho ops history',
  'ops.sessions': 'sekisho ops sessions show ID',
  'ops.sessions.show': 'sekisho ops sessions replay ID',
  'ops.sessions.grep': 'sekisho ops sessions show ID',
  'lease.stop-all': 'sekisho lease resume --reason "…"',
  'timeline.list': 'sekisho timeline verify',
  'timeline.verify': 'sekisho timeline anchor --to anchor.jsonl',
  'slo.acknowledge': 'sekisho slo link ID --incident URL',
  'slo.link': 'sekisho slo pages --open',
  'slo.override': 'sekisho timeline list',
  'slo.proposals': 'sekisho slo propose ID --target PERCENT --reason "…"',
  'slo.corrections': 'sekisho slo correct ID --from … --to … --reason "…"',
  'access.list': 'sekisho access could',
  'access.could':
    'sekisho access request --permission-set ReadOnly --account NAME --reason "…" --wait',
  'membership.teams': 'sekisho membership request TEAM --reason "…"',
  'membership.list': 'sekisho membership show ID',
  'people.list': 'sekisho policy explain --person ID',
  'people.directory': 'sekisho people list',
  'people.me': 'sekisho ops list',
  'policy.explain': start,
  'session.list': 'sekisho session revoke ID',
  'people.links': 'sekisho people unlink ID',
  'token.list': 'sekisho token create --name "…" --scopes ops.list --expires 30d',
};

/** The last line of an answer: the command that most likely comes next. */
export function nextLine(verb: VerbName, answer: unknown, style: Style): string {
  const command = commandAfter(verb, answer);
  if (command === null) return '';
  const text = `${phrases.next[style.language]} ${cleanLine(command)}`;
  return `${style.paint(text, 'dim')}\n`;
}

function commandAfter(verb: VerbName, answer: unknown): string | null {
  if (isAgreed(answer)) return afterAgreed(answer);
  if (verb.startsWith('slo.')) return afterSlo(verb, answer) ?? afterVerb[verb] ?? null;
  if (isLease(answer)) return afterState[answer.state]?.(answer) ?? null;
  if (verb === 'membership.journal') {
    const { lease } = answer as OutputOf<'membership.journal'>;
    return `sekisho membership journal ${lease} --output report.md`;
  }
  if (verb === 'ops.list') {
    const [first] = answer as readonly Lease[];
    return first === undefined ? start : `sekisho ops show ${first.id}`;
  }
  if (verb === 'ops.quote') {
    const { environment, refusal } = answer as OutputOf<'ops.quote'>;
    return refusal === null ? `sekisho ops start ${environment} --reason "…" --wait` : null;
  }
  if (verb === 'ops.sweep' && (answer as { orphans: unknown[] }).orphans.length === 0) return null;
  return afterVerb[verb] ?? null;
}

/** After a list, its first row; after one SLO, how it got there. */
function afterSlo(verb: VerbName, answer: unknown): string | null {
  const [first] = Array.isArray(answer) ? (answer as readonly { readonly id: string }[]) : [];
  if (verb === 'slo.list')
    return first === undefined ? 'sekisho check' : `sekisho slo show ${first.id}`;
  if (verb === 'slo.pages')
    return first === undefined ? null : `sekisho slo acknowledge ${first.id}`;
  if (verb.startsWith('slo.review')) return afterReview(verb, answer);
  const { id } = answer as { readonly id?: string };
  if (verb === 'slo.show') return `sekisho slo burn ${id ?? ''}`;
  if (verb === 'slo.views') return 'sekisho slo sources';
  if (verb === 'slo.burn') return `sekisho slo history ${id ?? ''}`;
  if (verb === 'slo.replay') return `sekisho slo propose ${id ?? ''} --target PERCENT --reason "…"`;
  if (verb === 'slo.history') return `sekisho slo pages --slo ${id ?? ''}`;
  return null;
}

/** A review goes on with its beginning, the first SLO without a decision, and ends as a document. */
function afterReview(verb: VerbName, answer: unknown): string | null {
  if (verb === 'slo.review-decide' || verb === 'slo.review-done') return 'sekisho slo review';
  if (verb === 'slo.review-start') {
    const { month } = answer as OutputOf<'slo.review-start'>;
    return `sekisho slo review --month ${month}`;
  }
  if (verb === 'slo.review-action') {
    const { id } = answer as OutputOf<'slo.review-action'>;
    return `sekisho slo review-done ${id}`;
  }
  const { month, slos, state } = answer as OutputOf<'slo.review'>;
  if (slos.length === 0) return 'sekisho check';
  if (state === 'not-started') return `sekisho slo review-start --month ${month}`;
  const open = slos.find((slo) => slo.state !== 'reviewed');
  if (open === undefined) return `sekisho slo review --month ${month} --markdown`;
  return `sekisho slo review-decide ${open.id} --month ${month} --decision "…"`;
}

/** Whether an answer is one lease. */
export function isLease(answer: unknown): answer is Lease {
  return typeof answer === 'object' && answer !== null && 'state' in answer && 'approval' in answer;
}
