import type { AnyLease, Lease } from '@sekisho/contract';
import { endingTexts, stepTexts } from '@sekisho/words/leases';
import {
  formatDistance,
  formatDuration,
  formatMoment,
  formatRelative,
  formatSpan,
} from '@sekisho/words/time';
import type { Bar, Part } from './card.ts';
import { isDraining } from './draining.ts';
import { longestText, termText } from './membership-parts.ts';
import { type CardOptions, say } from './options.ts';

/** The third line of a lease card: what time means in its state. */
export function timeParts(lease: AnyLease, options: CardOptions): Part[] {
  switch (lease.state) {
    case 'requested':
    case 'approved':
      return [waiting(lease, options)];
    case 'granting':
      return [facts([stepTexts[lease.step][options.language], lasting(lease, options)])];
    case 'active':
      return [running(lease, options)];
    case 'revoking':
      return [facts([revokingStep(lease, options), endingOf(lease, options)])];
    default:
      return [over(lease, options)];
  }
}

/** Nothing is done about what drains. */
function revokingStep(lease: AnyLease, { language, now }: CardOptions): string {
  return isDraining(lease, now) ? '' : stepTexts[lease.step][language];
}

function waiting(lease: AnyLease, options: CardOptions): Part {
  const { language } = options;
  const asked = formatDistance(new Date(lease.requestedAt), { ...options, sense: 'event' });
  const start =
    lease.startsAt === null
      ? ''
      : `${say(language, 'starts ', '開始 ')}${formatRelative(new Date(lease.startsAt), { ...options, sense: 'event' })}`;
  return facts([
    lasting(lease, options),
    lease.kind === 'membership' ? longestText(lease, language) : '',
    start === '' && lease.state === 'approved' ? stepTexts[lease.step][language] : start,
    say(language, `asked ${asked}`, asked === 'いま' ? '依頼したばかり' : `${asked}に依頼`),
  ]);
}

function running(lease: AnyLease, options: CardOptions): Part {
  const { language } = options;
  if (lease.deadline === null) return facts([stepTexts[lease.step][language]]);
  const words = [
    lease.kind === 'membership'
      ? `${formatDistance(new Date(lease.deadline), options)} · ${termText(lease, options)}`
      : formatRelative(new Date(lease.deadline), options),
    lease.hardMaximum === null
      ? ''
      : say(language, 'at most until ', '最長 ') +
        formatMoment(new Date(lease.hardMaximum), options),
    lease.holdUntil === null
      ? ''
      : say(language, 'held until ', '保持 ') + formatMoment(new Date(lease.holdUntil), options),
  ];
  return { type: 'bar', bar: barOf(lease, options.now), words: words.filter(Boolean).join(' · ') };
}

function over(lease: Lease, options: CardOptions): Part {
  const { language } = options;
  const at = lease.endedAt ?? null;
  const lasted =
    lease.readyAt === null || at === null
      ? ''
      : formatSpan((Date.parse(at) - Date.parse(lease.readyAt)) / 1000, language);
  return facts([
    at === null ? '' : formatRelative(new Date(at), { ...options, sense: 'event' }),
    endingOf(lease, options),
    lasted === '' ? '' : say(language, `lasted ${lasted}`, `利用時間 ${lasted}`),
  ]);
}

function lasting(lease: AnyLease, options: CardOptions): string {
  if (lease.kind === 'membership') return termText(lease, options);
  const { language } = options;
  const span = formatDuration(lease.durationSeconds, language);
  return say(language, `for ${span}`, `${span}の利用`);
}

function endingOf({ ending }: Lease, { language }: CardOptions): string {
  return ending === null ? '' : endingTexts[ending][language];
}

/** The bar of a running lease; it drains from the left, and what extending could add is empty at its right. */
export function barOf(lease: Lease, now: Date): Bar {
  const deadline = Date.parse(lease.deadline ?? '');
  const start = Date.parse(lease.readyAt ?? lease.requestedAt);
  const end = Math.max(deadline, Date.parse(lease.hardMaximum ?? lease.deadline ?? ''));
  const whole = end - start;
  if (!(whole > 0)) return { spent: 1, left: 0, spare: 0 };
  const within = (moment: number) => Math.min(1, Math.max(0, (moment - start) / whole));
  const [spent, due] = [within(now.getTime()), within(deadline)];
  const left = Math.max(0, due - spent);
  return { spent, left, spare: 1 - spent - left };
}

function facts(words: readonly string[]): Part {
  return { type: 'facts', facts: words.filter((word) => word !== '') };
}
