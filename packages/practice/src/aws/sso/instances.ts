import { z } from 'zod';
import { pageOf } from '../ec2/pages.ts';
import { operation } from '../operation.ts';
import type { PermissionSetRow } from '../world/identity-records.ts';
import { admit, judgeInstance, notFound } from './admit.ts';
import { accountId, instance, page, pageRule, permissionSet } from './input.ts';
import { practiceIdentityCenter } from './place.ts';

/** `ListInstances`: the organization's one, in its own region only. */
export const listInstances = operation({
  service: 'sso',
  input: z.strictObject(page),
  run: (moment, _asked) => {
    admit(moment, 'sso', 'ListInstances');
    const { region, instanceArn, identityStoreId, managementAccount } = practiceIdentityCenter;
    const one = {
      InstanceArn: instanceArn,
      IdentityStoreId: identityStoreId,
      OwnerAccountId: managementAccount,
      Status: 'ACTIVE' as const,
    };
    return { Instances: moment.region === region ? [one] : [] };
  },
});

/** `ListPermissionSets`, in pages of 1 to 100. */
export const listPermissionSets = operation({
  service: 'sso',
  input: z.strictObject({ InstanceArn: instance, ...page }),
  run: (moment, asked) => {
    admit(moment, 'sso', 'ListPermissionSets');
    judgeInstance(moment, asked.InstanceArn);
    const arns = [...moment.world.directory.permissionSets.values()].map(({ arn }) => arn);
    const { items, nextToken } = pageOf(arns, (arn) => arn, asked, pageRule);
    return { PermissionSets: items, NextToken: nextToken ?? undefined };
  },
});

/** `DescribePermissionSet`. Errors: `ResourceNotFoundException`. */
export const describePermissionSet = operation({
  service: 'sso',
  input: z.strictObject({ InstanceArn: instance, PermissionSetArn: permissionSet }),
  run: (moment, asked) => {
    admit(moment, 'sso', 'DescribePermissionSet');
    judgeInstance(moment, asked.InstanceArn);
    const found = moment.world.directory.permissionSets.get(asked.PermissionSetArn);
    if (found === undefined) throw notFound(`PermissionSet not found: ${asked.PermissionSetArn}`);
    return { PermissionSet: describe(found) };
  },
});

/** `ListPermissionSetsProvisionedToAccount`: those with an assignment there. */
export const listPermissionSetsProvisionedToAccount = operation({
  service: 'sso',
  input: z.strictObject({ InstanceArn: instance, AccountId: accountId, ...page }),
  run: (moment, asked) => {
    admit(moment, 'sso', 'ListPermissionSetsProvisionedToAccount');
    judgeInstance(moment, asked.InstanceArn);
    const arns = [...moment.world.directory.assignments.values()]
      .filter(({ account }) => account === asked.AccountId)
      .map(({ permissionSetArn }) => permissionSetArn);
    const { items, nextToken } = pageOf([...new Set(arns)], (arn) => arn, asked, pageRule);
    return { PermissionSets: items, NextToken: nextToken ?? undefined };
  },
});

function describe(row: PermissionSetRow) {
  return {
    Name: row.name,
    PermissionSetArn: row.arn,
    Description: row.description,
    CreatedDate: new Date(row.createdAt),
    SessionDuration: durationOf(row.sessionSeconds),
  };
}

/** ISO 8601, as AWS writes it. */
function durationOf(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}`;
}
