import { agreementCard, nameOf } from '@sekisho/cards';
import type { Agreed, Correction, OutputOf, VerbName } from '@sekisho/contract';
import {
  agreementGlyph,
  agreementStateName,
  askedText,
  cut,
  formatMoment,
  formatPercent,
  needsText,
  subjectText,
  verbTitle,
  whenText,
} from '@sekisho/words';
import { cardMessage, type Message, textMessage, together } from '../message.ts';
import type { Reader } from '../reader.ts';
import { say } from '../words.ts';

const mostRows = 20;

const agreementReader = (reader: Reader) => ({
  ...reader,
  nameOf: (id: string) => nameOf(id, reader),
});

/** `✓ Accept · tgt-7k3f9q2m · checkout · target 99.9% → 99.5% · agreed · in force from …` */
export function shownAgreed(verb: VerbName, agreed: Agreed, reader: Reader): Message {
  const { language } = reader;
  const named = agreementReader(reader);
  const words = [
    verbTitle(verb, language),
    agreed.id,
    subjectText(agreed, language),
    askedText(agreed, language),
    agreementStateName(agreed.state, language),
    whenText(agreed, named),
    needsText(agreed, named),
  ];
  return textMessage(`✓ ${words.filter(Boolean).join(' · ')}`);
}

/** Targets in force, one a line, and below them what is proposed, with its buttons. */
export function shownTargets(
  { targets, proposals }: OutputOf<'slo.proposals'>,
  reader: Reader,
): Message {
  const { language } = reader;
  if (targets.length === 0)
    return textMessage(say(language, 'No SLO is defined yet.', 'SLO はまだ定義されていません。'));
  const lines = targets.slice(0, mostRows).map(({ slo, target, fileTarget, differs, history }) => {
    const from = history.findLast((one) => one.target === target)?.from ?? null;
    const since = from === null ? '' : formatMoment(new Date(from), reader);
    const file = say(
      language,
      `the file says ${formatPercent(fileTarget)}`,
      `ファイルでは ${formatPercent(fileTarget)}`,
    );
    return [slo, formatPercent(target), since, differs ? `▲ ${file}` : '']
      .filter(Boolean)
      .join(' · ');
  });
  const open = proposals.filter(({ state }) => state === 'open').slice(0, 5);
  return together(
    textMessage(lines.join('\n')),
    ...open.map((proposal) => cardMessage(agreementCard(proposal, reader))),
  );
}

/** Corrections, one a line. */
export function shownCorrections(corrections: readonly Correction[], reader: Reader): Message {
  const { language } = reader;
  if (corrections.length === 0)
    return textMessage(say(language, 'Nothing is corrected.', '補正はありません。'));
  const lines = corrections.slice(0, mostRows).map((one) => {
    const state = agreementStateName(one.state, language);
    const when = whenText(one, agreementReader(reader));
    const words = [state, subjectText(one, language), when, one.id];
    return `${agreementGlyph(one.state)} ${words.join(' · ')} — ${cut(one.reason, 120)}`;
  });
  return textMessage(lines.join('\n'));
}
