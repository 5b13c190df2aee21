import { jsonSchema } from '@sekisho/config';
import type { Host } from '../host.ts';
import { cleanJson } from '../print/clean.ts';

/** Prints the JSON Schema of sekisho.yaml, for editors. */
export async function schema(host: Host): Promise<number> {
  await host.stdout.write(`${cleanJson(jsonSchema())}\n`);
  return 0;
}
