import type { AnyLease } from '@sekisho/contract';
import { stateGlyph } from '@sekisho/words/leases';
import { formatCost } from '@sekisho/words/money';
import type { ActionId, Card } from './card.ts';
import { canExtend, leaseActions } from './lease-actions.ts';
import { mustAgree, subjectOf, whoParts } from './lease-card.ts';
import { timeParts } from './lease-time.ts';
import { type CardOptions, linkTo, nameOf, say } from './options.ts';
import { lentFacts, lentNotices } from './what-is-lent.ts';

/** Buttons of a reminder: to stay, to pass it on, to go. */
const staying: ReadonlySet<ActionId> = new Set<ActionId>([
  'ops.extend',
  'ops.handover',
  'ops.stop',
  'access.extend',
  'access.return',
  'ci.extend',
  'ci.stop',
  'membership.extend',
  'membership.return',
]);

/** The question to those who may agree: who, why, how long, what it costs. */
export function approvalCard(lease: AnyLease, options: CardOptions): Card {
  const { language } = options;
  const requester = nameOf(lease.requester, options);
  return {
    ...frame(lease, options),
    head: [
      say(language, `${requester} asks for`, `${requester} からの依頼`),
      ...subjectOf(lease, language),
    ],
    parts: [
      ...whoParts(lease, options),
      ...timeParts(lease, options),
      { type: 'facts', facts: askedFacts(lease, options) },
      { type: 'facts', facts: [mustAgree(lease.approval, options)] },
      ...lentNotices(lease, options),
    ],
    actions: leaseActions(lease, options).filter(({ id }) => id !== 'lease.withdraw'),
  };
}

/** What is asked for; of a server what it would cost for the whole time. */
function askedFacts(lease: AnyLease, options: CardOptions): string[] {
  if (lease.kind !== 'ops-server') return lentFacts(lease, options);
  const cost = formatCost(lease.costPerHour, lease.durationSeconds, options.language);
  return [lease.id, lease.instanceType, cost];
}

/** The reminder before the end: what ends when, and one click to stay or to give it back. */
export function reminderCard(lease: AnyLease, options: CardOptions): Card {
  const { language, now } = options;
  const more = canExtend(lease, now);
  const text = more
    ? say(language, 'Extend it if you need longer.', '続けるときは延長してください。')
    : lastWords(lease, language);
  return {
    ...frame(lease, options),
    head: [say(language, 'ends soon', 'まもなく期限'), ...subjectOf(lease, language)],
    parts: [
      ...timeParts(lease, options),
      { type: 'quote', text: lease.reason },
      { type: 'notice', level: more ? 'information' : 'warning', text, detail: null },
    ],
    actions: leaseActions(lease, options)
      .filter(({ id }) => staying.has(id))
      .map((action, index) => ({
        ...action,
        style: index === 0 && more ? 'primary' : action.style,
      })),
  };
}

/** What to do before it ends for good. */
function lastWords({ kind }: AnyLease, language: CardOptions['language']): string {
  return kind === 'membership'
    ? say(
        language,
        'It cannot be extended any further: hand over what you work on.',
        'これ以上は延長できません。担当中の作業を引き継いでください。',
      )
    : say(
        language,
        'It cannot be extended any further: save your work.',
        'これ以上は延長できません。作業を保存してください。',
      );
}

function frame(lease: AnyLease, options: CardOptions) {
  return {
    language: options.language,
    production: lease.production,
    glyph: stateGlyph(lease.state, lease.stuck),
    link: linkTo(lease.id, options),
  };
}
