import { z } from 'zod';

export const instance = z.string().regex(/^arn:aws:sso:::instance\/(sso)?ins-[a-zA-Z0-9-.]{16}$/);
export const permissionSet = z
  .string()
  .regex(/^arn:aws:sso:::permissionSet\/(sso)?ins-[a-zA-Z0-9-.]{16}\/ps-[a-zA-Z0-9-./]{16}$/);
export const accountId = z.string().regex(/^\d{12}$/);
/** Ids of users and groups. */
export const guid = z.string().regex(/^([0-9a-f]{10}-)?[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i);

export const page = {
  MaxResults: z.number().int().optional(),
  NextToken: z.string().optional(),
};

/** Sizes of the pages of Identity Center and the identity store. */
export const pageRule = {
  least: 1,
  most: 100,
  usual: 100,
  errorCode: 'ValidationException',
  tokenErrorCode: 'ValidationException',
};

/** What names one assignment to be made or removed. */
export const assignmentInput = z.strictObject({
  InstanceArn: instance,
  TargetId: accountId,
  TargetType: z.literal('AWS_ACCOUNT'),
  PermissionSetArn: permissionSet,
  PrincipalType: z.enum(['USER', 'GROUP']),
  PrincipalId: guid,
});

export type AssignmentInput = z.infer<typeof assignmentInput>;
