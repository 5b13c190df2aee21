import type { AnyLease, Lease } from '@sekisho/contract';
import { isFinal } from '@sekisho/contract/states';
import { listOf } from '@sekisho/words/language';
import { kindNames, missingText, stateGlyph, stateName, whoText } from '@sekisho/words/leases';
import type { Card, Part } from './card.ts';
import { leaseActions } from './lease-actions.ts';
import { timeParts } from './lease-time.ts';
import { type CardOptions, linkTo, nameOf, say } from './options.ts';
import { lentFacts, lentNotices, placeOf, titleOf } from './what-is-lent.ts';

/** Everything about one lease, the same facts in the same order at every door. */
export function leaseCard(lease: AnyLease, options: CardOptions): Card {
  return {
    language: options.language,
    production: lease.production,
    glyph: stateGlyph(lease.state, lease.stuck),
    head: headOf(lease, options),
    parts: [
      ...whoParts(lease, options),
      ...timeParts(lease, options),
      ...whatParts(lease, options),
      ...lentNotices(lease, options),
      ...noticeParts(lease, options),
    ],
    actions: leaseActions(lease, options),
    link: linkTo(lease.id, options),
  };
}

/** State, kind, environment, and which of its kind. */
function headOf(lease: AnyLease, { language }: CardOptions): string[] {
  return [stateName(lease.state, language, lease.stuck), ...subjectOf(lease, language)];
}

/** Kind and environment, and which of its kind where there are several. */
export function subjectOf(lease: AnyLease, language: CardOptions['language']): string[] {
  const words = [kindNames[lease.kind][language], placeOf(lease, language), titleOf(lease)];
  return words.filter((word) => word !== '');
}

/** Who has it and why: holder, reason, ticket. */
export function whoParts(lease: AnyLease, options: CardOptions): Part[] {
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

/** What it is, and who agreed. */
function whatParts(lease: AnyLease, options: CardOptions): Part[] {
  return [facts(lentFacts(lease, options)), facts([approvalOf(lease, options)])];
}

/** Who agreed, or who still must. */
export function approvalOf(
  lease: Pick<Lease, 'approval' | 'approvals' | 'breakGlass' | 'state'>,
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
export function mustAgree(rule: Lease['approval'], options: CardOptions): string {
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

function noticeParts(lease: AnyLease, { language }: CardOptions): Part[] {
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
