import type { Agreed, Correction, Proposal } from '@sekisho/contract';
import { type Language, listOf } from '../language.ts';
import { formatDuration } from '../time/format-duration.ts';
import { formatMoment } from '../time/format-moment.ts';
import { formatPercent, sideNames } from './agreements.ts';
import { whoText } from './who.ts';

/** Who reads about a proposal or a correction. */
export interface AgreementReader {
  readonly language: Language;
  readonly timeZone: string;
  readonly now: Date;
  readonly nameOf: (id: string) => string;
}

/** What is asked for, in a line: `target 99.9% → 99.5%`, 「補正」. */
export function askedText(agreed: Agreed, language: Language): string {
  const ja = language === 'ja';
  if (agreed.kind === 'target') {
    const change = `${formatPercent(agreed.before)} → ${formatPercent(agreed.target)}`;
    return ja ? `目標 ${change}` : `target ${change}`;
  }
  if (agreed.retroactive) return ja ? '補正(過去の期間を含む)' : 'correction, of past minutes too';
  return ja ? '補正' : 'correction';
}

/** The SLO, the SLOs, or all of a service. */
export function subjectText(agreed: Agreed, language: Language): string {
  if (agreed.kind === 'target') return agreed.slo;
  if (agreed.slos !== null) return listOf(agreed.slos, language);
  return language === 'ja' ? `${agreed.service} のすべての SLO` : `every SLO of ${agreed.service}`;
}

/** When a target is in force, or which minutes do not count. */
export function whenText(agreed: Agreed, reader: AgreementReader): string {
  return agreed.kind === 'target' ? inForceText(agreed, reader) : spanText(agreed, reader);
}

function inForceText({ inForceFrom, from }: Proposal, reader: AgreementReader): string {
  const ja = reader.language === 'ja';
  if (inForceFrom !== null) {
    const at = formatMoment(new Date(inForceFrom), reader);
    return ja ? `${at} から有効` : `in force from ${at}`;
  }
  if (from === null) return ja ? '同意がそろい次第有効' : 'in force as soon as both have agreed';
  const at = formatMoment(new Date(from), reader);
  return ja ? `${at} から(同意がそろわなければ延期)` : `from ${at}, or later once both have agreed`;
}

function spanText({ when, countsAgainFrom }: Correction, reader: AgreementReader): string {
  const ja = reader.language === 'ja';
  const moment = (at: string) => formatMoment(new Date(at), reader);
  if (when.kind === 'once') return `${moment(when.from)} – ${moment(when.to)}`;
  const span = formatDuration(when.minutes * 60, reader.language);
  const start = when.start.replace('T', ' ');
  const rule = ja
    ? `${when.rule}(初回 ${start}、${when.timeZone})、1 回 ${span}`
    : `${when.rule} from ${start} (${when.timeZone}), ${span} each`;
  if (countsAgainFrom === null) return rule;
  return ja
    ? `${rule}、${moment(countsAgainFrom)} に終了`
    : `${rule}, until ${moment(countsAgainFrom)}`;
}

/** Who must still agree, by rule and by name; empty when nobody need. */
export function needsText({ needs }: Agreed, { language, nameOf }: AgreementReader): string {
  const ja = language === 'ja';
  const one = ({ sides, from, people }: Agreed['needs'][number]) => {
    const who = sides.map((side) => sideNames[side][language]).join(ja ? 'または' : ' or ');
    const names = people.slice(0, 8).map(nameOf);
    const more = people.length > 8 ? [ja ? 'ほか' : 'and others'] : [];
    const shown = names.length > 0 ? names : from.map((rule) => whoText(rule, language));
    const list = listOf([...shown, ...more], language);
    return ja ? `${who}(${list})` : `${who} (${list})`;
  };
  if (needs.length === 0) return '';
  const all = needs.map(one).join(ja ? 'と、' : ' and ');
  return ja ? `${all}の同意が必要` : `needs ${all}`;
}

/** Who agreed so far; empty when nobody did. */
export function agreedText({ agreements }: Agreed, { language, nameOf }: AgreementReader): string {
  if (agreements.length === 0) return '';
  const ja = language === 'ja';
  const people = agreements.map(({ who, side }) => {
    if (side === null) return nameOf(who);
    const name = sideNames[side][language];
    return ja ? `${nameOf(who)}(${name})` : `${nameOf(who)} (${name})`;
  });
  return ja ? `同意済み: ${listOf(people, 'ja')}` : `agreed by ${listOf(people, 'en')}`;
}
