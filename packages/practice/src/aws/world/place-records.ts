import type { Place } from './records.ts';

/** What an account has in a region besides what was made in it, as its owner set it up. */
export interface PlaceTraits extends Place {
  /** vCPUs of running standard instances on demand; null: more than anybody needs. */
  readonly vcpuQuota: number | null;
  /** Services that the VPC has an endpoint of, such as `ssm`. */
  readonly endpoints: readonly string[];
  /** What the routed subnets lead out by. */
  readonly wayOut: 'nat' | 'internet' | 'transit';
  /** Whether its subnets give what is launched in them a public address. */
  readonly publicSubnets: boolean;
  /** Whether log groups have a key of KMS, and days that they keep; null: for ever. */
  readonly logKey: boolean;
  readonly logDays: number | null;
  /** Whether the document that dead-man's switches start is there. */
  readonly switchDocument: boolean;
}
