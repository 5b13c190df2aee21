import {
  escapeSlack,
  leaseCard,
  nameOf,
  placeOf,
  quoteCard,
  reviewCard,
  sloCard,
  sloListCard,
  titleOf,
  whoHasWhatCard,
} from '@sekisho/cards';
import type { Agreed, AnyLease, Lease, OpsLease, OutputOf, VerbName } from '@sekisho/contract';
import {
  cut,
  formatDollars,
  formatMoment,
  formatRelative,
  stateGlyph,
  stateName,
  uiOf,
  verbTitle,
} from '@sekisho/words';
import { cardMessage, type Message, markdownMessage, textMessage, together } from '../message.ts';
import type { Reader } from '../reader.ts';
import { say } from '../words.ts';
import { shownAccess } from './shown-access.ts';
import { shownAgreed, shownCorrections, shownTargets } from './shown-agreements.ts';
import { shownMembership } from './shown-membership.ts';
import { shownRecorded } from './shown-recorded.ts';
import { shownBurn, shownPages } from './shown-slos.ts';

/** Shows what a verb answered to the one who called it, in their language. @param input what was asked */
export function shownAnswer(
  verb: VerbName,
  output: unknown,
  reader: Reader,
  input: Readonly<Record<string, unknown>> = {},
): Message {
  const { language } = reader;
  switch (verb) {
    case 'ops.start':
      return together(
        textMessage(asked(output as OpsLease, reader)),
        cardMessage(leaseCard(output as OpsLease, reader)),
      );
    case 'ops.show':
    case 'access.show':
    case 'lease.show':
      return cardMessage(leaseCard(output as AnyLease, reader));
    case 'ops.quote':
      return cardMessage(quoteCard(output as OutputOf<'ops.quote'>, reader));
    case 'ops.list':
    case 'access.list':
    case 'lease.list':
      return cardMessage(whoHasWhatCard(output as AnyLease[], reader));
    case 'lease.history':
      return shownHistory(output as AnyLease[], reader);
    case 'ops.connect':
    case 'ops.forward':
      return shownCommand(output as OutputOf<'ops.connect'>, reader);
    case 'ops.who':
      return shownSessions(output as OutputOf<'ops.who'>, reader);
    case 'ops.cost':
      return shownCost(output as OutputOf<'ops.cost'>, reader);
    case 'slo.propose':
    case 'slo.accept':
    case 'slo.decline':
    case 'slo.correct':
    case 'slo.uncorrect':
      return shownAgreed(verb, output as Agreed, reader);
    case 'slo.proposals':
      return shownTargets(output as OutputOf<'slo.proposals'>, reader);
    case 'slo.corrections':
      return shownCorrections(output as OutputOf<'slo.corrections'>, reader);
    case 'slo.review-decide':
    case 'slo.review-action':
    case 'slo.review-done':
      return textMessage(`✓ ${verbTitle(verb, language)} · ${(output as { id: string }).id}`);
    case 'slo.review-start':
    case 'lease.stop-all':
    case 'lease.resume':
    case 'slo.acknowledge':
      return textMessage(`✓ ${verbTitle(verb, language)}`);
    default:
      return (
        shownOfKind(verb, output, reader) ??
        shownRecorded(verb, output, reader, input) ??
        textMessage(done(verb, output as Lease, reader))
      );
  }
}

/** What only one kind of lease, or an SLO, has. */
function shownOfKind(verb: VerbName, output: unknown, reader: Reader): Message | null {
  return (
    shownAccess(verb, output, reader) ??
    shownMembership(verb, output, reader) ??
    shownSlo(verb, output, reader)
  );
}

/** SLOs as they stand. */
function shownSlo(verb: VerbName, output: unknown, reader: Reader): Message | null {
  switch (verb) {
    case 'slo.list':
      return cardMessage(sloListCard(output as OutputOf<'slo.list'>, reader));
    case 'slo.show':
      return cardMessage(sloCard(output as OutputOf<'slo.show'>, reader));
    case 'slo.review':
      return cardMessage(reviewCard(output as OutputOf<'slo.review'>, reader));
    case 'slo.burn':
      return shownBurn(output as OutputOf<'slo.burn'>, reader);
    case 'slo.pages':
      return shownPages(output as OutputOf<'slo.pages'>, reader);
    default:
      return null;
  }
}

function asked(lease: Lease, { language }: Reader): string {
  const { asked, starting } = uiOf(language).ask;
  return `✓ ${lease.state === 'requested' ? asked : starting}`;
}

/** `✓ Extend · ops-7k3f9q2m · active · in 42 min · 14:30 JST` */
function done(verb: VerbName, lease: Lease, reader: Reader): string {
  const { language } = reader;
  const deadline =
    lease.state === 'active' && lease.deadline !== null
      ? formatRelative(new Date(lease.deadline), reader)
      : '';
  const holder = verb === 'ops.handover' ? `→ ${nameOf(lease.holder, reader)}` : '';
  const state = stateName(lease.state, language, lease.stuck);
  const words = [verbTitle(verb, language), lease.id, lease.environment, state, deadline, holder];
  return `✓ ${words.filter(Boolean).join(' · ')}`;
}

function shownCommand(answer: OutputOf<'ops.connect'>, reader: Reader): Message {
  const { connectHow } = uiOf(reader.language).lease;
  const until =
    answer.deadline === null
      ? ''
      : `\n${escapeSlack(formatRelative(new Date(answer.deadline), reader))}`;
  return markdownMessage(
    `${escapeSlack(connectHow)}\n\`\`\`${escapeSlack(answer.command)}\`\`\`${until}`,
  );
}

function shownHistory(leases: readonly AnyLease[], reader: Reader): Message {
  const { language, timeZone, now } = reader;
  if (leases.length === 0) return textMessage(say(language, 'Nothing found.', '見つかりません。'));
  const lines = leases.map((lease) => {
    const at = formatMoment(new Date(lease.requestedAt), { language, timeZone, now });
    const spent = lease.kind === 'ops-server' ? lease.costSoFar : null;
    const cost = spent === null ? '' : formatDollars(spent, language);
    const place = placeOf(lease, language);
    const words = [at, titleOf(lease), place, nameOf(lease.holder, reader), cost, lease.id];
    return `${stateGlyph(lease.state, lease.stuck)} ${words.filter(Boolean).join(' · ')} — ${cut(lease.reason, 120)}`;
  });
  return textMessage(lines.join('\n'));
}

function shownSessions(sessions: OutputOf<'ops.who'>, reader: Reader): Message {
  const { language } = reader;
  if (sessions.length === 0) {
    return textMessage(say(language, 'Nobody is connected.', 'いま接続している人はいません。'));
  }
  const lines = sessions.map(({ environment, owner, holder, startedAt, instanceId, lease }) => {
    const since = formatRelative(new Date(startedAt), { ...reader, sense: 'event' });
    const words = [environment, owner, nameOf(holder, reader), since, instanceId, lease];
    return `● ${words.join(' · ')}`;
  });
  return textMessage(lines.join('\n'));
}

function shownCost(weeks: OutputOf<'ops.cost'>, { language }: Reader): Message {
  if (weeks.length === 0)
    return textMessage(say(language, 'Nothing was spent.', '費用はありません。'));
  const lines = weeks.map(({ week, leases, hours, spent, saved }) => {
    const [paid, kept] = [formatDollars(spent, language), formatDollars(saved, language)];
    return say(
      language,
      `${week}: ${paid} for ${leases} leases, ${hours.toFixed(1)} h; auto-stop saved ${kept}`,
      `${week}: ${paid}(${leases} 件、${hours.toFixed(1)} 時間)、自動終了による節約 ${kept}`,
    );
  });
  return textMessage(lines.join('\n'));
}
