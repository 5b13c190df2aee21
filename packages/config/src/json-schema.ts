import { z } from 'zod';
import { configSchema } from './schema.ts';

/** JSON Schema (draft 2020-12) of sekisho.yaml, for editors. */
export function jsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(configSchema, { io: 'input' });
  return {
    $schema,
    title: 'sekisho.yaml',
    description: 'Configuration of Sekisho: people, environments, policies.',
    ...schema,
  };
}
