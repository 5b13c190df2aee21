import { z } from 'zod';
import type { Path } from './problems/problem.ts';

/* What a schema says of a place in a document: which keys it has, which numbers it takes. */

interface Outline {
  readonly properties?: Readonly<Record<string, Outline>>;
  readonly items?: Outline;
  readonly additionalProperties?: Outline | false;
  readonly oneOf?: readonly Outline[];
  readonly required?: readonly string[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
}

const outlines = new WeakMap<z.ZodType, Outline>();

function outlineOf(schema: z.ZodType): Outline {
  const known = outlines.get(schema);
  if (known !== undefined) return known;
  const made = z.toJSONSchema(schema, { io: 'input' }) as Outline;
  outlines.set(schema, made);
  return made;
}

/** The part of a schema that a path of a document leads to. @param raw the document, as plain data */
export function schemaAt(path: Path, whole: z.ZodType, raw: unknown): Outline | undefined {
  let [schema, value]: [Outline | undefined, unknown] = [outlineOf(whole), raw];
  for (const part of path) {
    const next = typeof part === 'number' ? schema?.items : childOf(schema, part);
    value = memberOf(value, part);
    schema = chosen(next, value);
  }
  return schema;
}

function childOf(schema: Outline | undefined, key: string): Outline | undefined {
  return schema?.properties?.[key] ?? (schema?.additionalProperties || undefined);
}

function memberOf(value: unknown, part: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, part)
    ? (value as Record<string | number, unknown>)[part]
    : undefined;
}

/** Of alternatives the one whose fixed words stand in the value. */
function chosen(schema: Outline | undefined, value: unknown): Outline | undefined {
  return schema?.oneOf?.find((option) => fits(option, value)) ?? schema;
}

function fits({ properties = {}, required = [] }: Outline, value: unknown): boolean {
  return Object.entries(properties).every(([key, { const: word }]) => {
    const written = memberOf(value, key);
    return (
      word === undefined || written === word || (written === undefined && !required.includes(key))
    );
  });
}

export function keysOf(schema: Outline | undefined): string[] {
  return Object.keys(schema?.properties ?? {});
}

/** The least and greatest number that is taken, as far as the schema or else the issue says. */
export function rangeAt(
  schema: Outline | undefined,
  found: { minimum: number | null; maximum: number | null },
) {
  return {
    minimum: schema?.minimum ?? found.minimum,
    maximum: schema?.maximum ?? found.maximum,
  };
}
