import type { DirectoryUser } from '@sekisho/core/cloud';
import { z } from 'zod';

/** A user as the identity store tells of one; what else it tells is nobody's business here. */
export const user = z.object({
  UserId: z.string().min(1),
  UserName: z.string().optional(),
  UserStatus: z.string().optional(),
  Emails: z
    .array(z.object({ Value: z.string().optional(), Primary: z.boolean().optional() }))
    .nullish(),
});

/** The same in the port's words. */
export function toUser({
  UserId,
  UserName,
  UserStatus,
  Emails,
}: z.infer<typeof user>): DirectoryUser {
  const emails = Emails ?? [];
  const primary = emails.find(({ Primary }) => Primary === true) ?? emails[0];
  return {
    userId: UserId,
    userName: UserName ?? '',
    email: primary?.Value || null,
    active: (UserStatus ?? 'ENABLED') === 'ENABLED',
  };
}
