import { z } from 'zod';
import { operation } from '../operation.ts';
import type { Place } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { placeKey } from '../world/world.ts';

const pattern = z.string().refine(isPattern, 'is not a regular expression');

/** What practice reads of a session document. Source: Systems Manager User Guide, "Session document schema". */
const content = z.object({
  schemaVersion: z.literal('1.0'),
  sessionType: z.enum(['Standard_Stream', 'Port', 'InteractiveCommands', 'NonInteractiveCommands']),
  parameters: z
    .record(
      z.string(),
      z.object({
        type: z.string().regex(/^string$/i),
        allowedPattern: pattern.optional(),
        default: z.string().optional(),
      }),
    )
    .default({}),
});

/** `CreateDocument` of sessions, in JSON. Errors: `DocumentAlreadyExists`, `InvalidDocumentContent`. */
export const createDocument = operation({
  service: 'ssm',
  input: z.strictObject({
    Name: z
      .string()
      .regex(/^[a-zA-Z0-9_\-.]{3,128}$/)
      .refine((name) => !/^(aws|amazon|amzn)/i.test(name), 'is a name of AWS’s own'),
    Content: z.string().min(1),
    DocumentType: z.literal('Session'),
    DocumentFormat: z.literal('JSON').optional(),
  }),
  run: ({ world, account, region, now }, { Name: name, Content }) => {
    const key = documentKey({ account, region }, name);
    if (world.documents.has(key)) {
      throw new Refusal('DocumentAlreadyExists', `Document with same name ${name} already exists`);
    }
    const { parameters } = readContent(Content);
    world.documents.put(key, {
      account,
      region,
      name,
      createdAt: now,
      parameters,
      content: Content,
    });
    return {
      DocumentDescription: {
        Name: name,
        DocumentType: 'Session',
        DocumentFormat: 'JSON',
        DocumentVersion: '1',
        Status: 'Active',
        Owner: account,
        CreatedDate: new Date(now),
      },
    };
  },
});

/** The key of a document in its table. */
export function documentKey(place: Place, name: string): string {
  return `${placeKey(place)}/${name}`;
}

function readContent(text: string): z.infer<typeof content> {
  const parsed = content.safeParse(jsonIn(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('it is not JSON');
  }
}

function invalid(why: string): Refusal {
  return new Refusal('InvalidDocumentContent', `The content of the document is not valid: ${why}`);
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
