import {
  approvalRule,
  checkpoint,
  contract,
  entry,
  exportedEntry,
  lease,
  opsLease,
  person,
  principal,
  problem,
  type VerbName,
  verbNames,
  verdict,
} from '@sekisho/contract';
import { z } from 'zod';
import { schemaOptions, strictInput, withHelp } from '../../verb-schemas.ts';

type Json = Record<string, unknown>;

const shared = {
  ApprovalRule: approvalRule,
  Checkpoint: checkpoint,
  Entry: entry,
  ExportedEntry: exportedEntry,
  Lease: lease,
  OpsLease: opsLease,
  Person: person,
  Principal: principal,
  Problem: problem,
  Verdict: verdict,
} as const;

/** Names of a verb's schemas among the components; answers that several verbs share have one name. */
export function schemaNames(name: VerbName): { readonly input: string; readonly output: string } {
  const { output } = contract[name];
  const common = Object.entries(shared).find(([, schema]) => schema === output);
  const first = verbNames.find((other) => contract[other].output === output) ?? name;
  return { input: `${stemOf(name)}Input`, output: common?.[0] ?? `${stemOf(first)}Output` };
}

/** `lease.stop-all` → `LeaseStopAll`. */
function stemOf(name: VerbName): string {
  return name.replace(/(^|[.-])(\w)/g, (_, __, letter: string) => letter.toUpperCase());
}

/** Every schema of the contract by its name. */
export function componentsOf(): Json {
  const outputs = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(shared)) outputs.add(schema, { id });
  for (const name of verbNames) {
    const { output } = contract[name];
    if (!outputs.has(output)) outputs.add(output, { id: schemaNames(name).output });
  }
  const inputs = verbNames.map((name) => {
    const schema = z.toJSONSchema(strictInput(name), {
      ...schemaOptions,
      metadata: z.globalRegistry,
      io: 'input',
    });
    return [schemaNames(name).input, bare(withHelp(name, schema as Json))] as const;
  });
  const { schemas } = z.toJSONSchema(outputs, {
    ...schemaOptions,
    io: 'output',
    uri: (id) => `#/components/schemas/${id}`,
  });
  const answers = Object.entries(schemas).map(
    ([id, schema]) => [id, bare(schema as Json)] as const,
  );
  return Object.fromEntries([...inputs, ...answers].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The document says the dialect once, and its own place is a component's id. */
function bare(schema: Json): Json {
  const { $schema: _dialect, $id: _id, id: _name, ...rest } = schema;
  return rest;
}
