import { z } from 'zod';
import { type Moment, operation } from '../operation.ts';
import { traitsOf } from '../places/traits.ts';
import { Refusal } from '../world/refusal.ts';

/** Quotas on demand of EC2, in vCPUs, and what AWS gives a new account. Source: Service Quotas, "Amazon EC2". */
const known: Readonly<Record<string, { readonly name: string; readonly usual: number }>> = {
  'L-1216C47A': {
    name: 'Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances',
    usual: 5,
  },
  'L-DB2E81BA': { name: 'Running On-Demand G and VT instances', usual: 0 },
  'L-417A185B': { name: 'Running On-Demand P instances', usual: 0 },
  'L-7295265B': { name: 'Running On-Demand X instances', usual: 0 },
};
const standard = 'L-1216C47A';
/** What AWS has given practice's accounts, unless somebody says otherwise. */
const applied = 640;

const input = z.strictObject({
  ServiceCode: z.string(),
  QuotaCode: z.string(),
  ContextId: z.string().optional(),
});

/** `GetServiceQuota`: what applies to an account; only of standard instances was ever another value than AWS's applied for. Errors: `NoSuchResourceException`. */
export const getServiceQuota = operation({
  service: 'servicequotas',
  input,
  run: (moment, { ServiceCode, QuotaCode }) => {
    if (ServiceCode !== 'ec2' || QuotaCode !== standard) throw noQuota();
    const { vcpuQuota } = traitsOf(moment.world, moment);
    return { Quota: quota(moment, QuotaCode, vcpuQuota ?? applied) };
  },
});

/** `GetAWSDefaultServiceQuota`. Errors: `NoSuchResourceException`. */
export const getAwsDefaultServiceQuota = operation({
  service: 'servicequotas',
  input,
  run: (moment, { ServiceCode, QuotaCode }) => {
    const usual = known[QuotaCode]?.usual;
    if (ServiceCode !== 'ec2' || usual === undefined) throw noQuota();
    return { Quota: quota(moment, QuotaCode, usual) };
  },
});

function quota({ account, region }: Moment, code: string, value: number) {
  return {
    ServiceCode: 'ec2',
    ServiceName: 'Amazon Elastic Compute Cloud (Amazon EC2)',
    QuotaArn: `arn:aws:servicequotas:${region}:${account}:ec2/${code}`,
    QuotaCode: code,
    QuotaName: known[code]?.name ?? '',
    Value: value,
    Unit: 'None',
    Adjustable: true,
    GlobalQuota: false,
  };
}

function noQuota(): Refusal {
  return new Refusal(
    'NoSuchResourceException',
    'The request failed because the quota was not found.',
  );
}
