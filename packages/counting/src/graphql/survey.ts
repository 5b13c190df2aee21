import { createLineSplitter } from '../lines/line-splitter.ts';
import { classifyGraphql } from './classify.ts';
import type { LineClassifier } from './classify-lines.ts';
import { readExchange } from './exchange.ts';
import { readBody } from './read-body.ts';
import { own } from './record.ts';
import type { GraphqlExchange, Verdict } from './verdict.ts';

const longestLine = 16 << 20;

/** What samples of a GraphQL server's answers tell together. */
export interface GraphqlSurveyed {
  readonly operations: number;
  readonly bad: number;
  readonly excluded: number;
  /** Bad operations that HTTP calls good (status below 400). */
  readonly behind200: number;
  /** Answers with errors, and those of them in which no error has a code. */
  readonly withErrors: number;
  readonly withoutCode: number;
  readonly unnamed: number;
  /** Lines that are no exchange. */
  readonly unread: number;
}

/** Reads exchanges in JSON Lines for what they tell together, in memory that does not grow. */
export function createGraphqlSurvey(): LineClassifier & { told(): GraphqlSurveyed } {
  const seen = {
    operations: 0,
    bad: 0,
    excluded: 0,
    behind200: 0,
    withErrors: 0,
    withoutCode: 0,
    unnamed: 0,
    unread: 0,
  };

  function add(exchange: GraphqlExchange): void {
    const verdict = classifyGraphql(exchange);
    const verdicts = 'results' in verdict ? verdict.results : [verdict];
    for (const each of verdicts) addVerdict(each, exchange);
    if (exchange.operation === undefined) seen.unnamed += verdicts.length;
    const body = readBody(exchange);
    const outcomes = body.kind === 'single' ? [body.outcome] : body.outcomes;
    for (const outcome of outcomes) {
      if (outcome === null || outcome.errors.length === 0) continue;
      seen.withErrors += 1;
      if (!outcome.errors.some(hasCode)) seen.withoutCode += 1;
    }
  }

  function addVerdict({ counts }: Verdict, { status }: GraphqlExchange): void {
    seen.operations += 1;
    if (counts === 'excluded') seen.excluded += 1;
    if (counts !== 'bad') return;
    seen.bad += 1;
    if (status !== null && status < 400) seen.behind200 += 1;
  }

  const splitter = createLineSplitter(longestLine, (bytes, from, to) => {
    const text = bytes.toString('utf8', from, to);
    if (text.trim() === '') return;
    const read = readExchange(text);
    if ('problem' in read) seen.unread += 1;
    else add(read.exchange);
  });
  return { push: splitter.push, end: splitter.end, told: () => ({ ...seen }) };
}

function hasCode(error: unknown): boolean {
  const code = own(own(error, 'extensions'), 'code');
  return typeof code === 'string' && code !== '';
}
