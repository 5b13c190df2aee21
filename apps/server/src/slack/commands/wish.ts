import { parseDuration } from '@sekisho/words';
import { type Flags, takeFlags } from './flags.ts';
import { type Token, tokens } from './tokens.ts';

/** What was said after `/ops start`, as far as it was said. */
export type Wish = Readonly<
  Partial<Record<'environment' | 'for' | 'reason' | 'ticket' | 'size' | 'at', string>>
> & { readonly breakGlass?: true };

const flags: Flags & Readonly<Record<string, keyof Wish>> = {
  environment: 'environment',
  env: 'environment',
  環境: 'environment',
  for: 'for',
  reason: 'reason',
  理由: 'reason',
  ticket: 'ticket',
  チケット: 'ticket',
  size: 'size',
  サイズ: 'size',
  at: 'at',
  開始: 'at',
  'break-glass': 'breakGlass',
  緊急: 'breakGlass',
};

/**
 * Reads a wish as people type it: environment and duration in any order, then the reason; or the
 * command line's own flags. The reason keeps its spaces.
 */
export function readWish(text: string, environments: readonly string[]): Wish {
  const { rest, flagged } = takeFlags(text, flags);
  return { ...takeLeading(rest, environments), ...(flagged as Wish) };
}

function takeLeading(text: string, environments: readonly string[]): Wish {
  const all = tokens(text);
  let wish: Wish = {};
  let index = 0;
  while (index < all.length) {
    const found = environmentAt(all, index, environments, wish) ?? durationAt(all, index, wish);
    if (found === null) break;
    wish = { ...wish, ...found.part };
    index += found.words;
  }
  const reason = text.slice(all[index - 1]?.end ?? 0).trim();
  if (wish.environment !== undefined || reason === '') return reason ? { ...wish, reason } : wish;
  return lateEnvironment(wish, reason, environments);
}

interface Found {
  readonly part: Wish;
  readonly words: number;
}

function environmentAt(
  all: readonly Token[],
  index: number,
  environments: readonly string[],
  wish: Wish,
): Found | null {
  if (wish.environment !== undefined) return null;
  const environment = known(all[index]?.text, environments);
  return environment === null ? null : { part: { environment }, words: 1 };
}

function known(word: string | undefined, environments: readonly string[]): string | null {
  const wanted = word?.normalize('NFKC').toLowerCase();
  return environments.find((name) => name.toLowerCase() === wanted) ?? null;
}

/** `2h`, `2 hours`, `for 2h`, `half an hour`: the longest that reads as a span. */
function durationAt(all: readonly Token[], index: number, wish: Wish): Found | null {
  if (wish.for !== undefined) return null;
  const skip = all[index]?.text.toLowerCase() === 'for' ? 1 : 0;
  for (const words of [4, 3, 2, 1]) {
    const slice = all.slice(index + skip, index + skip + words);
    const span = slice.map(({ text }) => text).join(' ');
    if (slice.length === words && parseDuration(span) !== null) {
      return { part: { for: span }, words: words + skip };
    }
  }
  return null;
}

/** `2h look at staging` names its environment later; `stagin 2h look` names one that is not known. */
function lateEnvironment(wish: Wish, reason: string, environments: readonly string[]): Wish {
  const all = tokens(reason);
  const late = all.map(({ text }) => known(text, environments)).find((name) => name !== null);
  if (late) return { ...wish, environment: late, reason };
  const [first] = all;
  const span = first === undefined || wish.for !== undefined ? null : durationAt(all, 1, wish);
  if (first === undefined || span === null) return { ...wish, reason };
  const rest = reason.slice(all[span.words]?.end ?? reason.length).trim();
  return {
    ...span.part,
    environment: first.text,
    ...(rest === '' ? {} : { reason: rest }),
  };
}
