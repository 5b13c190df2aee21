import type { PolicyKind } from './grants.ts';

/** Where a resource type keeps a policy in JSON. */
export interface PolicyPlace {
  readonly path: readonly string[];
  readonly kind: PolicyKind;
}

const identity = (...path: string[]): PolicyPlace => ({ path, kind: 'identity' });
const resource = (...path: string[]): PolicyPlace => ({ path, kind: 'resource' });
const trust = (...path: string[]): PolicyPlace => ({ path, kind: 'trust' });

/** Attributes as the AWS provider names them: https://registry.terraform.io/providers/hashicorp/aws/latest/docs */
const places: Readonly<Record<string, readonly PolicyPlace[]>> = {
  aws_iam_policy: [identity('policy')],
  aws_iam_role_policy: [identity('policy')],
  aws_iam_user_policy: [identity('policy')],
  aws_iam_group_policy: [identity('policy')],
  aws_iam_role: [trust('assume_role_policy'), identity('inline_policy', 'policy')],
  aws_ssoadmin_permission_set_inline_policy: [identity('inline_policy')],
  aws_organizations_policy: [identity('content')],
  aws_sqs_queue: [resource('policy')],
  aws_sns_topic: [resource('policy')],
  aws_kms_key: [resource('policy')],
  aws_kms_external_key: [resource('policy')],
  aws_s3_bucket: [resource('policy')],
  aws_secretsmanager_secret: [resource('policy')],
  aws_opensearch_domain: [resource('access_policies')],
  aws_opensearch_domain_policy: [resource('access_policies')],
  aws_elasticsearch_domain: [resource('access_policies')],
  aws_elasticsearch_domain_policy: [resource('access_policies')],
  aws_api_gateway_rest_api: [resource('policy')],
  aws_vpc_endpoint: [resource('policy')],
  aws_glacier_vault: [resource('access_policy')],
  aws_dynamodb_resource_policy: [resource('policy')],
  aws_cloudwatch_log_resource_policy: [resource('policy_document')],
};

/** The resources whose whole business is another resource's policy: `…_policy` with `policy`. */
const resourcePolicy =
  /^aws_(s3_bucket|s3_access_point|s3control_\w+|sqs_queue|sns_topic|kms_key|ecr_repository|ecr_registry|secretsmanager_secret|efs_file_system|backup_vault|api_gateway_rest_api|vpc_endpoint|media_store_container|codeartifact_\w+|lambda_\w+|cloudwatch_event_bus|schemas_registry|glue_resource|glue_resource_policy)_policy$|^aws_glue_resource_policy$/;

/** Where this type keeps its policies; empty where it has none. */
export function policyPlaces(type: string): readonly PolicyPlace[] {
  if (Object.hasOwn(places, type)) return places[type] ?? [];
  return resourcePolicy.test(type) ? [resource('policy')] : [];
}
