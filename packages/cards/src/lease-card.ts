import type { OpsLease } from '@sekisho/contract';
import { isFinal } from '@sekisho/contract/states';
import { listOf } from '@sekisho/words/language';
import { kindNames, missingText, stateGlyph, stateName, whoText } from '@sekisho/words/leases';
import { formatDollars, formatRate } from '@sekisho/words/money';
import type { Card, Part } from './card.ts';
import { imageParts } from './image-part.ts';
import { leaseActions } from './lease-actions.ts';
import { timeParts } from './lease-time.ts';
import { type CardOptions, linkTo, nameOf, say } from './options.ts';

/** Everything about one lease, the same facts in the same order at every door. */
export function leaseCard(lease: OpsLease, options: CardOptions): Card {
  return {
    language: options.language,
    production: lease.production,
    glyph: stateGlyph(lease.state, lease.stuck),
    head: headOf(lease, options),
    parts: [
      ...whoParts(lease, options),
      ...timeParts(lease, options),
      ...whatParts(lease, options),
      ...imageParts(lease, options),
      ...noticeParts(lease, options),
    ],
    actions: leaseActions(lease, options),
    link: linkTo(lease.id, options),
  };
}

/** State, kind, environment. */
export function headOf(lease: OpsLease, { language }: CardOptions): string[] {
  const state = stateName(lease.state, language, lease.stuck);
  return [state, kindNames[lease.kind][language], lease.environment];
}

/** Who has it and why: holder, reason, ticket. */
export function whoParts(lease: OpsLease, options: CardOptions): Part[] {
  const { language } = options;
  const holder = nameOf(lease.holder, options);
  const requester = nameOf(lease.requester, options);
  const words = [
    holder,
    lease.holder === lease.requester
      ? ''
      : say(language, `asked for by ${requester}`, `依頼者 ${requester}`),
    lease.ticket ?? '',
  ];
  return [facts(words), { type: 'quote', text: lease.reason }];
}

/** What it is: instance, type, cost, who agreed. */
export function whatParts(lease: OpsLease, options: CardOptions): Part[] {
  const words = [lease.id, lease.instanceId ?? '', lease.instanceType, costOf(lease, options)];
  return [facts(words), facts([approvalOf(lease, options)])];
}

function costOf(lease: OpsLease, { language }: CardOptions): string {
  if (lease.costPerHour === null) return say(language, 'price not known', '料金は不明');
  const rate = formatRate(lease.costPerHour, language);
  if (lease.costSoFar === null) return rate;
  const sum = formatDollars(lease.costSoFar, language);
  return isFinal(lease.state)
    ? say(language, `${rate}, ${sum} in all`, `${rate}、合計 ${sum}`)
    : say(language, `${rate}, ${sum} so far`, `${rate}、これまで ${sum}`);
}

/** Who agreed, or who still must. */
export function approvalOf(
  lease: Pick<OpsLease, 'approval' | 'approvals' | 'breakGlass' | 'state'>,
  options: CardOptions,
): string {
  const { language } = options;
  const agreed = listOf(
    lease.approvals.map(({ approver }) => nameOf(approver, options)),
    language,
  );
  if (lease.breakGlass) return say(language, 'break-glass: nobody agreed', '緊急開始(承認なし)');
  if (lease.approval.count === 0) return say(language, 'no approval needed', '承認は不要');
  if (lease.state !== 'requested') {
    return agreed === '' ? '' : say(language, `approved by ${agreed}`, `承認者 ${agreed}`);
  }
  return [
    mustAgree(lease.approval, options),
    agreed === '' ? '' : say(language, `approved by ${agreed}`, `承認済み: ${agreed}`),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Who must agree, by rule and by name: `needs 1 of group sre (Ken Watanabe)`. */
export function mustAgree(rule: OpsLease['approval'], options: CardOptions): string {
  const { language } = options;
  if (rule.count === 0) return say(language, 'no approval needed', '承認は不要');
  const from = listOf(
    rule.from.map((who) => whoText(who, language)),
    language,
  );
  const names = rule.people.slice(0, 8).map((id) => nameOf(id, options));
  const more = rule.people.length > 8 ? [say(language, 'and others', 'ほか')] : [];
  const people = listOf([...names, ...more], language);
  const shown = people === '' ? '' : say(language, ` (${people})`, `(${people})`);
  return say(
    language,
    `needs ${rule.count} of ${from}${shown}`,
    `${from}${shown}のうち ${rule.count} 人の承認が必要`,
  );
}

function noticeParts(lease: OpsLease, { language }: CardOptions): Part[] {
  const parts: Part[] = [];
  if (lease.missing !== null) {
    const { why, fix } = missingText(lease.missing, language, { over: isFinal(lease.state) });
    const level = lease.stuck || lease.state === 'failed' ? 'error' : 'warning';
    parts.push({
      type: 'notice',
      level,
      text: say(language, `${why} ${fix}`, why + fix),
      detail: lease.detail,
    });
  } else if (lease.stuck) {
    const text = say(
      language,
      'It does not move on; Sekisho goes on trying, and an SRE should look.',
      '進んでいません。再試行は続いています。SRE の確認が必要です。',
    );
    parts.push({ type: 'notice', level: 'error', text, detail: lease.detail });
  }
  if (lease.reviewDue) {
    const text = isFinal(lease.state)
      ? say(language, 'Its written review is still owed.', '事後レビューがまだです。')
      : say(
          language,
          'A written review is owed once it is over.',
          '終了したら事後レビューを書いてください。',
        );
    parts.push({ type: 'notice', level: 'warning', text, detail: null });
  }
  return parts;
}

function facts(words: readonly string[]): Part {
  return { type: 'facts', facts: words.filter((word) => word !== '') };
}
