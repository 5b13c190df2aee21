import type { CorrectionState, ProposalState, Side } from '@sekisho/contract';
import type { Language, Pair } from '../language.ts';

type State = ProposalState | CorrectionState;

/** How proposals and corrections stand. */
export const agreementStateNames: Readonly<Record<State, Pair>> = {
  open: { en: 'waiting for agreement', ja: '同意待ち' },
  agreed: { en: 'agreed', ja: '合意済み' },
  declined: { en: 'declined', ja: '却下' },
  replaced: { en: 'replaced by a newer proposal', ja: '新しい提案に置き換え' },
  lapsed: { en: 'lapsed', ja: '期限切れ' },
  ended: { en: 'ended', ja: '終了' },
  'taken-back': { en: 'taken back', ja: '取り消し' },
};

const glyphs: Readonly<Record<State, string>> = {
  open: '○',
  agreed: '●',
  declined: '✕',
  replaced: '✓',
  lapsed: '✓',
  ended: '✓',
  'taken-back': '✕',
};

/** Name of a state; one it does not know stays as it is. */
export function agreementStateName(state: string, language: Language): string {
  return Object.hasOwn(agreementStateNames, state)
    ? agreementStateNames[state as State][language]
    : state;
}

/** Shape of a state, so that it is never told by colour alone. */
export function agreementGlyph(state: State): string {
  return glyphs[state];
}

export const sideNames: Readonly<Record<Side, Pair>> = {
  owner: { en: 'owner of the service', ja: 'サービスのオーナー' },
  sre: { en: 'SRE', ja: 'SRE' },
};

/** A percent without the noise of binary: `99.9%`, at most six digits behind the point. */
export function formatPercent(percent: number): string {
  return `${Number(percent.toFixed(6))}%`;
}
