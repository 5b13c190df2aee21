import type { AccessLease, AnyLease, OpsLease } from '@sekisho/contract';
import { isFinal } from '@sekisho/contract/states';
import { formatDollars, formatRate } from '@sekisho/words/money';
import type { Part } from './card.ts';
import { ciFacts, ciParts } from './ci-parts.ts';
import { imageParts } from './image-part.ts';
import { sessionsParts } from './live-sessions.ts';
import { membershipFacts, membershipParts } from './membership-parts.ts';
import { type CardOptions, say } from './options.ts';
import { recordingParts } from './recording-part.ts';

/** Where it is lent: the environment or account; of a membership the team, as it is called. */
export function placeOf(lease: AnyLease, language: CardOptions['language']): string {
  return lease.kind === 'membership' ? lease.teamName[language] : lease.environment;
}

/** What a lease of the kind lends by name; empty where the kind says it all. */
export function titleOf(lease: AnyLease): string {
  switch (lease.kind) {
    case 'ops-server':
      return '';
    case 'permission-set':
      return lease.permissionSet;
    case 'ci-role':
      return `${lease.purpose} · ${lease.repository}`;
    case 'membership':
      return '';
  }
}

/** What is lent, for whoever has it or looks at it: of a server its instance and cost, of access its account. */
export function lentFacts(lease: AnyLease, options: CardOptions): string[] {
  switch (lease.kind) {
    case 'ops-server':
      return [lease.id, ...serverFacts(lease), costOf(lease, options)];
    case 'permission-set':
      return accessFacts(lease, options);
    case 'ci-role':
      return ciFacts(lease);
    case 'membership':
      return membershipFacts(lease, options);
  }
}

/** The server and its size; of a container the engine that it is on. */
function serverFacts({ instanceId, instanceType, engine }: OpsLease): string[] {
  return [instanceId ?? '', instanceType, ...(engine === null ? [] : [`docker ${engine}`])];
}

/** What should be known about what is lent, below the rest. */
export function lentNotices(lease: AnyLease, options: CardOptions): Part[] {
  switch (lease.kind) {
    case 'ops-server':
      return [...imageParts(lease, options), ...recordingParts(lease, options)];
    case 'permission-set':
      return [...portalParts(lease, options), ...sessionsParts(lease, options)];
    case 'ci-role':
      return ciParts(lease, options);
    case 'membership':
      return membershipParts(lease, options);
  }
}

function costOf(lease: Extract<AnyLease, { kind: 'ops-server' }>, { language }: CardOptions) {
  if (lease.costPerHour === null) return say(language, 'price not known', '料金は不明');
  const rate = formatRate(lease.costPerHour, language);
  if (lease.costSoFar === null || lease.costPerHour === 0) return rate;
  const sum = formatDollars(lease.costSoFar, language);
  return isFinal(lease.state)
    ? say(language, `${rate}, ${sum} in all`, `${rate}、合計 ${sum}`)
    : say(language, `${rate}, ${sum} so far`, `${rate}、これまで ${sum}`);
}

/** Account, set and user; and the group, where a membership is what is lent in truth. */
export function accessFacts(lease: AccessLease, { language }: Pick<CardOptions, 'language'>) {
  const { accountName, account, group } = lease;
  return [
    lease.id,
    `${accountName} ${account}`,
    lease.userName,
    group === null
      ? ''
      : say(language, `by membership of ${group}`, `グループ ${group} への追加による`),
  ].filter((word) => word !== '');
}

function portalParts({ state, portalUrl }: AccessLease, { language }: CardOptions): Part[] {
  if (state !== 'active' || portalUrl === null) return [];
  const label = say(language, 'Sign in to AWS', 'AWS にサインイン');
  return [{ type: 'link', label, url: portalUrl }];
}
