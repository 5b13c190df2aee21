import type { ContextValue } from '@sekisho/iam-policy';

/** What both ways of assuming a role ask for. */
export interface AssumeRequest {
  readonly RoleSessionName: string;
  readonly ExternalId?: string | undefined;
  readonly SourceIdentity?: string | undefined;
  readonly Tags?: readonly { readonly Key: string; readonly Value: string }[] | undefined;
}

/** The actions that trust policy and caller must allow. Source: "Passing session tags in AWS STS", "Monitor and control actions taken with assumed roles". */
export function assumeActions({ Tags = [], SourceIdentity }: AssumeRequest): readonly string[] {
  return [
    'sts:AssumeRole',
    ...(Tags.length > 0 ? ['sts:TagSession'] : []),
    ...(SourceIdentity === undefined ? [] : ['sts:SetSourceIdentity']),
  ];
}

/** Condition keys of STS. */
export function assumeContext(input: AssumeRequest): Readonly<Record<string, ContextValue>> {
  const { RoleSessionName, ExternalId, SourceIdentity } = input;
  return {
    'sts:RoleSessionName': RoleSessionName,
    ...(ExternalId === undefined ? {} : { 'sts:ExternalId': ExternalId }),
    ...(SourceIdentity === undefined ? {} : { 'sts:SourceIdentity': SourceIdentity }),
  };
}
