import { contract, type VerbName } from '@sekisho/contract';
import { fieldHelp } from '@sekisho/words';
import { z } from 'zod';

type Json = Record<string, unknown>;

/*
 * `format` in the contract tells our own doors what to offer; some of its words mean something else in
 * JSON Schema (`duration` is ISO 8601 there), and validators would refuse what we take.
 */
const standard = new Set(['date-time']);

/** How every schema of the contract becomes JSON Schema (2020-12). */
export const schemaOptions = {
  target: 'draft-2020-12',
  override({ jsonSchema }: { jsonSchema: Json }) {
    const { format } = jsonSchema;
    if (typeof format !== 'string' || standard.has(format)) return;
    Reflect.deleteProperty(jsonSchema, 'format');
    Reflect.set(jsonSchema, 'x-sekisho-format', format);
  },
} as const;

/** A verb's input, in which fields that the verb does not have are refused, as `execute` does. */
export function strictInput(name: VerbName): z.ZodObject {
  return contract[name].input.strict();
}

/** Adds each field's help to the schema of a verb's input. */
export function withHelp(name: VerbName, schema: Json): Json {
  const properties = (schema['properties'] ?? {}) as Record<string, Json>;
  const helped = Object.entries(properties).map(([field, of]) => {
    const description = fieldHelp(name, field, 'en');
    return [field, description === '' ? of : { ...of, description }];
  });
  return { ...schema, properties: Object.fromEntries(helped) as Json };
}

/** JSON Schema of a verb's input, for tools. */
export function inputSchemaOf(name: VerbName): Json {
  const schema = z.toJSONSchema(strictInput(name), { ...schemaOptions, io: 'input' });
  return withHelp(name, schema as Json);
}

/** JSON Schema of a verb's answer. */
export function outputSchemaOf(name: VerbName): Json {
  return z.toJSONSchema(contract[name].output, { ...schemaOptions, io: 'output' }) as Json;
}
