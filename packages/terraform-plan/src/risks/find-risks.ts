import type { Change } from '../reading/change.ts';
import { accessRisks } from './access.ts';
import { destroyRisks } from './destroys.ts';
import { identityRisks } from './identities.ts';
import { networkRisks } from './network.ts';
import { policyRisks } from './policies.ts';
import { protectionRisks } from './protection.ts';
import { type Risk, type Rule, risk, riskCodes, severities } from './risk.ts';

const rules: readonly Rule[] = [
  destroyRisks,
  policyRisks,
  identityRisks,
  accessRisks,
  networkRisks,
  protectionRisks,
  nameRisks,
];

/** Everything that one change may do which somebody must have seen. */
export function risksOf(change: Change): readonly Risk[] {
  return rules.flatMap((rule) => rule(change));
}

function nameRisks(change: Change): readonly Risk[] {
  if (!change.deceives || change.action === 'no-op') return [];
  return [risk(change, 'lookalike-name', 'warning')];
}

/** The worst first; among equals as the codes stand, then by address, so that one plan has one order. */
export function worstFirst(risks: readonly Risk[]): readonly Risk[] {
  const rank = (one: Risk) =>
    severities.indexOf(one.severity) * riskCodes.length + riskCodes.indexOf(one.code);
  return risks
    .map((one) => ({ one, rank: rank(one) }))
    .toSorted((a, b) => a.rank - b.rank || compare(a.one.address, b.one.address))
    .map(({ one }) => one);
}

/** By code units: an order that no language of the machine changes. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
