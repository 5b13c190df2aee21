import { type AnyCall, type Ask, textIn } from './ask.ts';

/** What reading a quota asks for. Source: Service Authorization Reference, Service Quotas. */
export function quotaAsks(call: AnyCall): readonly Ask[] {
  const { account, region, operation } = call;
  const of = `${textIn(call, 'ServiceCode') ?? '*'}/${textIn(call, 'QuotaCode') ?? '*'}`;
  const resource = `arn:aws:servicequotas:${region}:${account}:${of}`;
  return [{ action: `servicequotas:${operation}`, resource }];
}

/** What trying a role's policies asks for: the role. */
export function simulationAsks(call: AnyCall): readonly Ask[] {
  const resource = textIn(call, 'PolicySourceArn') ?? '*';
  return [{ action: `iam:${call.operation}`, resource }];
}

/** What reading an instance profile asks for. */
export function profileAsks(call: AnyCall): readonly Ask[] {
  const name = textIn(call, 'InstanceProfileName') ?? '*';
  const resource = `arn:aws:iam::${call.account}:instance-profile/${name}`;
  return [{ action: `iam:${call.operation}`, resource }];
}
