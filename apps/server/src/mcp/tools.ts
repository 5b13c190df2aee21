import type { Tool } from '@modelcontextprotocol/sdk/types.js';
import { contract, type VerbName, verbNames } from '@sekisho/contract';
import { verbHelp, verbTitle } from '@sekisho/words';
import { inputSchemaOf, outputSchemaOf } from '../verb-schemas.ts';
import { keyArgument, keyField } from './read-call.ts';

/** The verbs that agents are offered: all but approvals, which only people make. */
const offered = verbNames.filter((name) => contract[name].effect !== 'approve');

/** Name of a verb's tool: `lease.stop-all` → `lease_stop_all`. */
export function toolName(name: VerbName): string {
  return name.replace(/[.-]/g, '_');
}

const byTool = new Map(verbNames.map((name) => [toolName(name), name]));

/** The verb behind a tool; undefined when there is none. Approvals are found, so that they are refused as such. */
export function verbOfTool(tool: string): VerbName | undefined {
  return byTool.get(tool);
}

/** Every tool, as agents list them. */
export const tools: readonly Tool[] = offered.map(toolOf);

function toolOf(name: VerbName): Tool {
  const reading = contract[name].effect === 'read';
  return {
    name: toolName(name),
    title: verbTitle(name, 'en'),
    description: `${verbHelp(name, 'en')} Example: sekisho ${contract[name].examples[0] ?? name}`,
    inputSchema: (reading
      ? inputSchemaOf(name)
      : withKey(inputSchemaOf(name))) as Tool['inputSchema'],
    outputSchema: structuredSchema(outputSchemaOf(name)) as Tool['outputSchema'],
    annotations: {
      readOnlyHint: reading,
      destructiveHint: /stop|revoke|sweep/.test(name),
      idempotentHint: reading,
      openWorldHint: !reading,
    },
  };
}

/** The input of a tool that writes: the verb's own, and the key by which a repeat is known. */
function withKey(schema: Record<string, unknown>): Record<string, unknown> {
  const own = schema['properties'] as Record<string, unknown>;
  return { ...schema, properties: { ...own, [keyArgument]: keyField } };
}

/** Structured content is an object, so an answer that is a list stands in `result`. */
function structuredSchema(schema: Record<string, unknown>): Record<string, unknown> {
  if (schema['type'] === 'object') return schema;
  return { type: 'object', properties: { result: schema }, required: ['result'] };
}

/** An answer as its tool's output schema has it. */
export function structured(answer: unknown): Record<string, unknown> {
  const isObject = typeof answer === 'object' && answer !== null && !Array.isArray(answer);
  return isObject ? { ...answer } : { result: answer };
}
