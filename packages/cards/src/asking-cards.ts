import type { OpsLease } from '@sekisho/contract';
import { kindNames, stateGlyph } from '@sekisho/words/leases';
import { formatCost } from '@sekisho/words/money';
import type { Card } from './card.ts';
import { imageParts } from './image-part.ts';
import { canExtend, leaseActions } from './lease-actions.ts';
import { mustAgree, whoParts } from './lease-card.ts';
import { timeParts } from './lease-time.ts';
import { type CardOptions, linkTo, nameOf, say } from './options.ts';

/** The question to those who may agree: who, why, how long, what it costs. */
export function approvalCard(lease: OpsLease, options: CardOptions): Card {
  const { language } = options;
  const requester = nameOf(lease.requester, options);
  const cost = formatCost(lease.costPerHour, lease.durationSeconds, language);
  return {
    ...frame(lease, options),
    head: [
      say(language, `${requester} asks for`, `${requester} からの依頼`),
      kindNames[lease.kind][language],
      lease.environment,
    ],
    parts: [
      ...whoParts(lease, options),
      ...timeParts(lease, options),
      { type: 'facts', facts: [lease.id, lease.instanceType, cost] },
      { type: 'facts', facts: [mustAgree(lease.approval, options)] },
      ...imageParts(lease, options),
    ],
    actions: leaseActions(lease, options).filter(({ id }) => id !== 'lease.withdraw'),
  };
}

/** The reminder before the end: what ends when, and one click to stay or to give it back. */
export function reminderCard(lease: OpsLease, options: CardOptions): Card {
  const { language, now } = options;
  const more = canExtend(lease, now);
  const text = more
    ? say(language, 'Extend it if you need longer.', '続けるときは延長してください。')
    : say(
        language,
        'It cannot be extended any further: save your work.',
        'これ以上は延長できません。作業を保存してください。',
      );
  return {
    ...frame(lease, options),
    head: [
      say(language, 'ends soon', 'まもなく期限'),
      kindNames[lease.kind][language],
      lease.environment,
    ],
    parts: [
      ...timeParts(lease, options),
      { type: 'quote', text: lease.reason },
      { type: 'notice', level: more ? 'information' : 'warning', text, detail: null },
    ],
    actions: leaseActions(lease, options)
      .filter(({ id }) => id === 'ops.extend' || id === 'ops.stop' || id === 'ops.handover')
      .map((action, index) => ({
        ...action,
        style: index === 0 && more ? 'primary' : action.style,
      })),
  };
}

function frame(lease: OpsLease, options: CardOptions) {
  return {
    language: options.language,
    production: lease.production,
    glyph: stateGlyph(lease.state, lease.stuck),
    link: linkTo(lease.id, options),
  };
}
