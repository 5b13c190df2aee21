import { cut } from '../cut.ts';
import type { Language } from '../language.ts';
import { figuresIn } from './figures.ts';

/** Why a commit has its status; see the core's `CommitWhy`. */
export type CommitWhyFacts =
  | { readonly kind: 'spent' | 'left'; readonly slo: string; readonly left: number }
  | { readonly kind: 'fix'; readonly slo: string; readonly label: string }
  | { readonly kind: 'overridden'; readonly slo: string; readonly who: string }
  | { readonly kind: 'unknown'; readonly slo: string };

/** GitHub takes no longer ones. Source: https://docs.github.com/rest/commits/statuses */
const longest = 140;

/** One line under a commit: `The budget of checkout is spent (-12%); only fixes should go out (label "fix").` */
export function commitStatusText(
  why: CommitWhyFacts,
  fixLabel: string,
  language: Language,
): string {
  const text = language === 'ja' ? inJapanese(why, fixLabel) : inEnglish(why, fixLabel);
  return cut(text, longest);
}

function inEnglish(why: CommitWhyFacts, fixLabel: string): string {
  const { share } = figuresIn('en');
  switch (why.kind) {
    case 'spent':
      return `The budget of ${why.slo} is spent (${share(why.left)}); only fixes should go out (label "${fixLabel}").`;
    case 'left':
      return `${share(why.left)} of the budget of ${why.slo} is left.`;
    case 'fix':
      return `The budget of ${why.slo} is spent, and this is a fix (label "${why.label}").`;
    case 'overridden':
      return `The budget of ${why.slo} is spent; ${why.who} let this commit through.`;
    case 'unknown':
      return `Nobody can tell what is left of the budget of ${why.slo}; nothing is held up.`;
  }
}

function inJapanese(why: CommitWhyFacts, fixLabel: string): string {
  const { share } = figuresIn('ja');
  switch (why.kind) {
    case 'spent':
      return `${why.slo} のバジェットを使い切っています(残り ${share(why.left)})。修正以外は待ってください(修正ならラベル「${fixLabel}」)。`;
    case 'left':
      return `${why.slo} のバジェットの残りは ${share(why.left)} です。`;
    case 'fix':
      return `${why.slo} のバジェットを使い切っていますが、修正(ラベル「${why.label}」)なので止めません。`;
    case 'overridden':
      return `${why.slo} のバジェットを使い切っていますが、${why.who} がこのコミットを通しました。`;
    case 'unknown':
      return `${why.slo} のバジェットの残りが分からないため、止めません。`;
  }
}
