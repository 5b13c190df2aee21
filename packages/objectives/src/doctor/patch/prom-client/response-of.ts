import { insideOf } from '../javascript/calls.ts';
import type { MetricFound } from './find-metric.ts';

/** The response that a handler answers with. */
export interface ResponseFound {
  readonly name: string;
  /** What tells when it is finished: the response of Node itself. */
  readonly emitter: string;
  /** The handler runs when it is finished already. */
  readonly isFinished: boolean;
}

const handler =
  /\(\s*(?:_?err(?:or)?\b[^,()]*,\s*)?_?(?:req|request)\b(?:\s*:[^,()]*)?\s*,\s*([\w$]+)/g;

/**
 * What the handler around a place calls the response: the parameter after `req`. Fastify's reply is
 * no emitter, and holds Node's response as `raw`.
 * Source: Fastify "Reply", `.raw`; Fastify "Hooks", `onResponse`; Node "Event: 'finish'".
 * @returns null when no handler is around it
 */
export function responseOf(metric: MetricFound, at: number): ResponseFound | null {
  const { text } = metric.file;
  const around = [...text.slice(0, at).matchAll(handler)].filter(({ index }) =>
    isInside(metric, index, at),
  );
  const found = around.at(-1);
  const name = found?.[1];
  if (found === undefined || name === undefined) return null;
  const hook = /addHook\(\s*['"](\w+)['"]\s*,\s*(?:async\s*)?(?:function\s*[\w$]*\s*)?$/.exec(
    text.slice(0, found.index),
  );
  const isFastify = hook !== null || /['"]fastify['"]/.test(text);
  const emitter = isFastify ? `${name}.raw` : name;
  const listens = new RegExp(
    `${name}(?:\\.raw)?\\s*\\.\\s*(?:on|once)\\(\\s*['"]finish['"]\\s*,[^;]{0,200}$`,
  );
  const isFinished = hook?.[1] === 'onResponse' || listens.test(text.slice(found.index, at));
  return { name, emitter, isFinished };
}

/** Whether a place stands in the body of the function whose parameters open at another. */
function isInside({ file: { text }, brackets }: MetricFound, open: number, at: number): boolean {
  const close = brackets.closing(open);
  if (close < 0 || close > at) return false;
  const [head] = /^\)\s*(?::[^={;]*)?(?:=>\s*)?/.exec(text.slice(close, at)) ?? [''];
  if (close + head.length === at) return true;
  const body = text[close + head.length] === '{' ? insideOf(brackets, close + head.length) : null;
  return body !== null && body.from <= at && at < body.to;
}
