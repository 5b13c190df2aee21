import { readFileSync } from 'node:fs';
import { contract, verbNames } from '@sekisho/contract';
import { verbPath } from '@sekisho/contract/client';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { openapiDocument } from './document.ts';

type Json = Record<string, unknown>;

const document = JSON.parse(JSON.stringify(openapiDocument())) as Json;

/** What a reference points at; undefined when it leads nowhere. */
function at(ref: string): unknown {
  const steps = ref.replace(/^#\//, '').split('/');
  return steps.reduce<unknown>((here, step) => (here as Json | undefined)?.[step], document);
}

function everyObject(value: unknown): Json[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(everyObject);
  return Array.isArray(value) ? inner : [value as Json, ...inner];
}

/** A judge of JSON Schema 2020-12 that knows the document's components; unknown keywords are errors. */
function judge() {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  formats.default(ajv);
  ajv.addVocabulary(['x-sekisho-format', 'components']);
  ajv.addSchema({ $id: 'sekisho:api', components: document['components'] });
  return (ref: string) => ajv.compile({ $ref: `sekisho:api${ref}` });
}

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly $ref: string }[];
  readonly requestBody: {
    content: { 'application/json': { schema: { $ref: string }; example: unknown } };
  };
  readonly responses: Record<string, { readonly $ref?: string }>;
}

function operationOf(name: (typeof verbNames)[number]): Operation {
  return (document['paths'] as Record<string, { post: Operation }>)[verbPath(name)]!.post;
}

describe('the description of the API', () => {
  it('describes every verb, and nothing else but the events', () => {
    const paths = Object.keys(document['paths'] as Json);
    expect(paths.toSorted()).toEqual([...verbNames.map(verbPath), '/api/v1/events'].toSorted());
  });

  it('has the parts that OpenAPI 3.1 demands', () => {
    expect(document['openapi']).toMatch(/^3\.1\.\d+$/);
    expect(document['info']).toMatchObject({
      title: expect.any(String),
      version: expect.any(String),
    });
    const ids = verbNames.map((name) => operationOf(name).operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const schemes = Object.keys((document['components'] as Json)['securitySchemes'] as Json);
    const wanted = (document['security'] as Json[]).flatMap((one) => Object.keys(one));
    expect(schemes).toEqual(expect.arrayContaining(wanted));
    for (const key of Object.keys((document['components'] as Json)['schemas'] as Json)) {
      expect(key).toMatch(/^[A-Za-z0-9._-]+$/);
    }
  });

  it('refers only to what it has', () => {
    const refs = everyObject(document).flatMap(({ $ref }) =>
      typeof $ref === 'string' ? [$ref] : [],
    );
    expect(refs.length).toBeGreaterThan(verbNames.length);
    expect(refs.filter((ref) => at(ref) === undefined)).toEqual([]);
  });

  it('holds schemas that an independent judge accepts', () => {
    const compile = judge();
    const names = Object.keys((document['components'] as Json)['schemas'] as Json);
    for (const name of names) {
      expect(() => compile(`#/components/schemas/${name}`), name).not.toThrow();
    }
  });

  it.each(verbNames)('has an example of %s that its schema, and the verb itself, take', (name) => {
    const { schema, example } = operationOf(name).requestBody.content['application/json'];
    const validate = judge()(schema.$ref);
    expect(validate(example), JSON.stringify(validate.errors)).toBe(true);
    expect(contract[name].input.strict().safeParse(example).success).toBe(true);
    expect(validate({ ...(example as Json), noSuchField: 1 })).toBe(false);
  });

  it('says how each verb fails', () => {
    for (const name of verbNames) {
      expect(Object.keys(operationOf(name).responses)).toEqual(
        expect.arrayContaining([
          ...['200', '400', '401', '403', '404', '409', '413', '415', '421', '429', '500', '503'],
        ]),
      );
    }
    const takesKey = (name: (typeof verbNames)[number]) =>
      operationOf(name).parameters.some(({ $ref }) => $ref.endsWith('/IdempotencyKey'));
    for (const name of verbNames) expect(takesKey(name)).toBe(contract[name].effect !== 'read');
  });

  it('is what docs/openapi.json holds', () => {
    const file = new URL('../../../../../docs/openapi.json', import.meta.url);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(document);
  });
});
