import { type PolicyUse, policyProblem } from '@sekisho/iam-policy';
import { z } from 'zod';
import { Refusal } from '../world/refusal.ts';

export const roleName = z.string().regex(/^[\w+=,.@-]{1,64}$/);
export const policyName = z.string().regex(/^[\w+=,.@-]{1,128}$/);
export const page = {
  MaxItems: z.coerce.number<number | string>().int().min(1).max(1000).optional(),
  Marker: z.string().regex(/^\d+$/).optional(),
};

/** A page as IAM cuts them: a hundred, or as many as were asked for. */
export function pageOf<T>(
  all: readonly T[],
  { MaxItems = 100, Marker = '0' }: { MaxItems?: number | undefined; Marker?: string | undefined },
): { items: readonly T[]; IsTruncated: boolean; Marker: string | null } {
  const from = Number(Marker);
  const next = from + MaxItems;
  const more = next < all.length;
  return { items: all.slice(from, next), IsTruncated: more, Marker: more ? String(next) : null };
}

/** Refuses a document that is no policy, or one that practice could not judge by. Errors: `MalformedPolicyDocument`. */
export function judgeDocument(document: string, use: PolicyUse): void {
  const problem = policyProblem(document, use);
  if (problem !== null) throw new Refusal('MalformedPolicyDocument', problem);
}

/** How long a policy is as IAM counts: without white space. */
export function sizeOf(document: string): number {
  return document.replaceAll(/\s/g, '').length;
}
