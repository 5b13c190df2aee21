import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { AppError, type Context } from '@sekisho/core';
import { judgeJson } from '../judge-json.ts';
import { type Reader, tell } from '../told.ts';
import type { McpDoorOptions } from './options.ts';
import { readCall, type ToolCall } from './read-call.ts';
import { structured, verbOfTool } from './tools.ts';

interface Scope extends McpDoorOptions {
  readonly context: Context;
  readonly reader: Reader;
}

/** Does the verb behind a tool; what fails is a tool error that says why and what to do. */
export async function callTool(call: ToolCall, scope: Scope): Promise<CallToolResult> {
  const begun = performance.now();
  const verb = verbOfTool(call.name);
  let outcome = 'done';
  try {
    if (verb === undefined) throw new AppError('unknown-verb', { value: call.name.slice(0, 100) });
    judgeJson(call.arguments ?? {});
    const { input, ...key } = readCall(verb, call);
    const content = structured(await scope.core.call(verb, { ...scope.context, ...key }, input));
    return {
      content: [{ type: 'text', text: JSON.stringify(content) }],
      structuredContent: content,
    };
  } catch (error) {
    const told = tell(error, scope.reader, scope.context.requestId);
    outcome = told.code;
    if (told.bug) {
      const { requestId } = scope.context;
      scope.logger.error({ err: error, requestId, door: 'mcp', verb }, 'a bug');
    }
    const text = `${told.why} ${told.fix}`;
    return {
      isError: true,
      content: [{ type: 'text', text }],
      _meta: { 'sekisho/code': told.code, 'sekisho/facts': told.facts ?? {} },
    };
  } finally {
    const seconds = (performance.now() - begun) / 1000;
    scope.metrics.observeCall({ door: 'mcp', verb: verb ?? 'unknown', outcome, seconds });
  }
}
