import { createLineSplitter } from '../lines/line-splitter.ts';
import { classifyGraphql } from './classify.ts';
import { type LineProblem, readExchange } from './exchange.ts';
import type { GraphqlRules } from './rules.ts';
import type { BatchVerdict, Verdict } from './verdict.ts';

/** Longer than any response that a log should hold; what is longer is not read. */
const longestLine = 128 << 20;

/** What became of one line. */
export type ClassifiedLine =
  | { readonly line: number; readonly verdict: Verdict | BatchVerdict }
  | { readonly line: number; readonly problem: LineProblem | 'too-long' };

/** Judges exchanges in JSON Lines, in memory that does not grow with their number. */
export interface LineClassifier {
  /** Takes the next bytes. */
  push(chunk: Buffer): void;
  /** Says that there are no more. */
  end(): void;
}

/**
 * Judges each line of a stream of exchanges. Blank lines are passed over, but numbered.
 * @param visit gets each line's verdict, or what is wrong with it, in order; lines count from 1
 */
export function createLineClassifier(
  rules: GraphqlRules,
  visit: (classified: ClassifiedLine) => void,
): LineClassifier {
  let line = 0;
  return createLineSplitter(longestLine + 1, (bytes, from, to) => {
    line += 1;
    if (to - from > longestLine) return visit({ line, problem: 'too-long' });
    const text = bytes.toString('utf8', from, to);
    if (text.trim() === '') return;
    const read = readExchange(text);
    if ('problem' in read) visit({ line, problem: read.problem });
    else visit({ line, verdict: classifyGraphql(read.exchange, rules) });
  });
}
