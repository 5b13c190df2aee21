import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { contract, type Verb } from '../src/index.ts';

/*
 * Writes src/manifest.json: the verbs as plain data, so that the command line and the console
 * need not load zod to know what can be done. `--check` fails when the file is stale.
 */
const target = new URL('../src/manifest.json', import.meta.url);

interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly items?: JsonSchema;
  readonly properties?: Record<string, JsonSchema>;
  readonly required?: readonly string[];
}

function describeField(name: string, field: JsonSchema, required: boolean) {
  const inner = field.type === 'array' && field.items ? field.items : field;
  return {
    name,
    type: inner.type ?? 'object',
    many: field.type === 'array',
    required,
    ...(inner.format === undefined ? {} : { format: inner.format }),
    ...(inner.enum === undefined ? {} : { choices: inner.enum }),
  };
}

function describeVerb(verb: Verb) {
  const schema = z.toJSONSchema(verb.input, { io: 'input' }) as JsonSchema;
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]) =>
    describeField(name, field, (schema.required ?? []).includes(name)),
  );
  const { name, effect, role, positional, secret, examples } = verb;
  return { name, effect, role, positional, secret, examples, fields };
}

const text = `${JSON.stringify(Object.values(contract).map(describeVerb), null, 2)}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(target, text);
} else if (readFileSync(target, 'utf8') !== text) {
  console.error('packages/contract/src/manifest.json is stale: run `npm run generate`');
  process.exitCode = 1;
}
