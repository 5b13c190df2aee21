import { z } from 'zod';
import { guid } from '../sso/input.ts';

export const storeId = z.string().min(1).max(36);

/** One condition at most, as AWS allows. */
export const filters = z
  .array(z.strictObject({ AttributePath: z.string(), AttributeValue: z.string() }))
  .max(1)
  .optional();

export const memberId = z.strictObject({ UserId: guid });

/** A membership is removed by its own id. */
export const deleteMembershipInput = z.strictObject({
  IdentityStoreId: storeId,
  MembershipId: guid,
});
