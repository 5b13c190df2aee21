import { z } from 'zod';
import { Refusal } from '../world/refusal.ts';

/** Pieces of EC2's query inputs; over the wire everything is a string. */
export const count = z.coerce.number<number | string>().int();
export const flag = z
  .union([z.boolean(), z.enum(['true', 'false'])])
  .transform((value) => value === true || value === 'true');
export const strings = z.array(z.string());
export const tag = z.strictObject({ Key: z.string(), Value: z.string().default('') });
export const filters = z.array(z.strictObject({ Name: z.string(), Value: strings }));
export const page = { MaxResults: count.optional(), NextToken: z.string().optional() };

export type TagItem = { readonly Key: string; readonly Value: string };
export type Filter = z.infer<typeof filters>[number];

/** Refuses a filter that is neither known nor on a tag's value, whether or not there is anything to filter. */
export function judgeFilter(name: string, known: readonly string[]): void {
  if (name.startsWith('tag:') || known.includes(name)) return;
  throw new Refusal('InvalidParameterValue', `The filter '${name}' is invalid`);
}
