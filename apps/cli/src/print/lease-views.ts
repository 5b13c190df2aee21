import type { AnyLease, Lease, OpsLease } from '@sekisho/contract';
import { isFinal } from '@sekisho/contract/states';
import {
  endingTexts,
  glossary,
  missingText,
  stateGlyph,
  stateName,
  stepTexts,
} from '@sekisho/words/leases';
import { formatDollars, formatRate } from '@sekisho/words/money';
import { sessionsRecordedWords } from '@sekisho/words/recordings';
import { heads, phrases } from '@sekisho/words/terminal';
import { formatDistance, formatMoment, formatRelative, formatSpan } from '@sekisho/words/time';
import { cleanLine } from './clean.ts';
import { membershipFacts } from './membership-facts.ts';
import { imageFact, imageNotes } from './server-image.ts';
import { sessionBound } from './session-bound.ts';
import type { Colour, Style } from './style.ts';
import { type Column, facts, table } from './table.ts';

/** Servers that are lent now, one a line. */
export function leaseTable(leases: readonly OpsLease[], style: Style): string {
  if (leases.length === 0) return `${phrases.nothingLent[style.language]}\n`;
  const ends = (lease: OpsLease) =>
    lease.deadline === null
      ? formatSpan(lease.durationSeconds, style.language)
      : formatDistance(new Date(lease.deadline), style);
  return table(leases, [...leading(style), column('ends', style, ends), why(style)], style);
}

/** Servers that were lent, the newest first. */
export function historyTable(leases: readonly OpsLease[], style: Style): string {
  if (leases.length === 0) return `${phrases.noHistory[style.language]}\n`;
  const when = (lease: OpsLease) => formatMoment(new Date(lease.requestedAt), style);
  const cost = (lease: OpsLease) =>
    lease.costSoFar === null ? '' : formatDollars(lease.costSoFar, style.language);
  const columns = [
    ...leading(style),
    column('ended', style, when),
    { ...column('cost', style, cost), right: true },
    why(style),
  ];
  return table(leases, columns, style);
}

/** One lease with all that a person wants to know of it: state, who and why, time, what it is, who agreed. */
export function leaseCard(lease: Lease | AnyLease, style: Style): string {
  const { language } = style;
  const state = stateText(lease, style);
  const head = `${style.paint(state, colourOf(lease) ?? 'bold')}   ${cleanLine(lease.id)}   `;
  const environment = style.paint(cleanLine(lease.environment), lease.production ? 'red' : 'bold');
  return `${head}${environment}\n${facts(
    [
      [glossary.holder[language], lease.holder],
      [glossary.reason[language], lease.reason],
      [glossary.ticket[language], lease.ticket],
      [language === 'ja' ? '現在' : 'now', progressText(lease, style)],
      [glossary.deadline[language], momentText(lease.deadline, style)],
      [glossary.hardMaximum[language], momentText(lease.hardMaximum, style)],
      ...serverFacts(lease, style),
      ...accessFacts(lease, style),
      ...membershipFacts(lease, style),
      [language === 'ja' ? '元の参加' : 'part of', lease.partOf ?? null],
      [heads.approval[language].toLowerCase(), approvalText(lease, style)],
    ],
    style,
  )}${imageNotes(lease, style)}${recordingNote(lease, style)}${sessionBound(lease, style)}`;
}

/** What of sessions on a server is recorded, and what is not. */
function recordingNote(lease: Lease | AnyLease, { language, paint }: Style): string {
  if (!('sessionsRecorded' in lease) || lease.sessionsRecorded === undefined) return '';
  if (isFinal(lease.state)) return '';
  return `${paint(sessionsRecordedWords[lease.sessionsRecorded][language], 'dim')}\n`;
}

/** State with its glyph where glyphs are wanted. */
export function stateText(lease: Lease, style: Style): string {
  const name = stateName(lease.state, style.language, lease.stuck);
  return style.glyphs ? `${stateGlyph(lease.state, lease.stuck)} ${name}` : name;
}

export function leading(style: Style): readonly Column<Lease>[] {
  return [
    {
      ...column('state', style, (lease: Lease) => stateText(lease, style)),
      colour: colourOf,
    },
    column('id', style, (lease) => lease.id),
    {
      ...column('environment', style, (lease: Lease) => lease.environment),
      colour: ({ production }) => (production ? 'red' : null),
      flexible: true,
    },
    { ...column('holder', style, (lease: Lease) => lease.holder), flexible: true },
  ];
}

export function why(style: Style): Column<Lease> {
  return { ...column('reason', style, (lease: Lease) => lease.reason), flexible: true };
}

/** A column under one of the heads that tables have. */
export function column<Row>(
  head: keyof typeof heads,
  style: Style,
  text: (row: Row) => string,
): Column<Row> {
  return { title: heads[head][style.language], text };
}

function colourOf({ state, stuck }: Lease): Colour | null {
  if (stuck || state === 'failed' || state === 'denied') return 'red';
  if (state === 'active') return 'green';
  return state === 'requested' ? 'yellow' : null;
}

function progressText(lease: Lease, { language }: Style): string {
  if (lease.missing !== null) return missingText(lease.missing, language).why;
  if (lease.ending !== null) return endingTexts[lease.ending][language];
  return stepTexts[lease.step][language];
}

function momentText(moment: string | null, style: Style): string | null {
  return moment === null ? null : formatRelative(new Date(moment), style);
}

function serverFacts(
  lease: Lease | AnyLease,
  { language, now }: Style,
): readonly (readonly [string, string | null])[] {
  if (!('instanceType' in lease)) return [];
  const { instanceId, instanceType, engine, costPerHour, costSoFar } = lease;
  const place = engine === null ? null : `docker ${engine}`;
  const soFar =
    costSoFar === null || costPerHour === 0 ? '' : ` · ${formatDollars(costSoFar, language)}`;
  const cost = costPerHour === null ? null : formatRate(costPerHour, language) + soFar;
  return [
    [
      language === 'ja' ? 'サーバー' : 'server',
      [instanceId, instanceType, place].filter((text) => text !== null).join(' · '),
    ],
    [language === 'ja' ? '費用' : 'cost', cost],
    [language === 'ja' ? 'イメージ' : 'image', imageFact(lease, now, language)],
  ];
}

function accessFacts(
  lease: Lease | AnyLease,
  { language }: Style,
): readonly (readonly [string, string | null])[] {
  if (!('permissionSet' in lease)) return [];
  const { permissionSet, account, accountName, group, portalUrl, state } = lease;
  const live = state === 'active' ? portalUrl : null;
  return [
    [language === 'ja' ? '許可セット' : 'permission set', permissionSet],
    [language === 'ja' ? 'アカウント' : 'account', `${accountName} · ${account}`],
    [language === 'ja' ? 'グループ' : 'group', group],
    [language === 'ja' ? 'サインイン' : 'sign in', live],
  ];
}

function approvalText(lease: Lease, { language }: Style): string | null {
  const { count, people } = lease.approval;
  if (count === 0) return lease.breakGlass ? glossary.breakGlass[language] : null;
  const agreed = lease.approvals.map(({ approver }) => approver).join(', ');
  const share = `${lease.approvals.length}/${count}`;
  if (agreed !== '') return `${share} ${agreed}`;
  return language === 'ja'
    ? `${share} (承認できる人: ${people.join('、')})`
    : `${share} (${people.join(', ')} may agree)`;
}
