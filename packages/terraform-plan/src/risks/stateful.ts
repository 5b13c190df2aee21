/** What is lost with a resource: the reason why it stands in the table. */
export const lostKinds = [
  'database',
  'table',
  'objects',
  'files',
  'disk',
  'cache',
  'search-index',
  'stream',
  'queue',
  'key',
  'images',
  'users',
  'zone',
  'secret',
  'backup',
  'logs',
  'cluster',
  'account',
] as const;
export type LostKind = (typeof lostKinds)[number];

const byKind: Readonly<Record<LostKind, string>> = {
  database: `aws_db_instance aws_rds_cluster aws_rds_cluster_instance aws_rds_global_cluster aws_docdb_cluster
    aws_docdb_cluster_instance aws_neptune_cluster aws_neptune_cluster_instance aws_redshift_cluster
    aws_redshiftserverless_namespace aws_dsql_cluster aws_timestreamwrite_database
    google_sql_database_instance google_sql_database google_spanner_instance google_spanner_database
    google_alloydb_cluster google_bigtable_instance google_firestore_database
    azurerm_mssql_server azurerm_mssql_database azurerm_postgresql_server azurerm_postgresql_flexible_server
    azurerm_mysql_flexible_server azurerm_cosmosdb_account azurerm_cosmosdb_sql_database
    mongodbatlas_cluster mongodbatlas_advanced_cluster snowflake_database`,
  table: `aws_dynamodb_table aws_dynamodb_global_table aws_timestreamwrite_table aws_keyspaces_table
    aws_glue_catalog_database aws_glue_catalog_table aws_s3tables_table google_bigquery_dataset
    google_bigquery_table google_bigtable_table azurerm_storage_table snowflake_table`,
  objects: `aws_s3_bucket aws_s3_directory_bucket aws_s3_object aws_glacier_vault google_storage_bucket
    azurerm_storage_account azurerm_storage_container cloudflare_r2_bucket`,
  files: `aws_efs_file_system aws_fsx_lustre_file_system aws_fsx_ontap_file_system aws_fsx_openzfs_file_system
    aws_fsx_windows_file_system google_filestore_instance azurerm_storage_share`,
  disk: `aws_ebs_volume aws_instance google_compute_disk google_compute_instance azurerm_managed_disk
    kubernetes_persistent_volume kubernetes_persistent_volume_claim`,
  cache: `aws_elasticache_cluster aws_elasticache_replication_group aws_elasticache_serverless_cache
    aws_memorydb_cluster google_redis_instance azurerm_redis_cache`,
  'search-index':
    'aws_opensearch_domain aws_elasticsearch_domain aws_opensearchserverless_collection',
  stream: `aws_kinesis_stream aws_kinesis_firehose_delivery_stream aws_msk_cluster aws_msk_serverless_cluster
    google_pubsub_topic azurerm_eventhub`,
  queue: 'aws_sqs_queue aws_mq_broker google_pubsub_subscription azurerm_servicebus_queue',
  key: 'aws_kms_key aws_kms_replica_key aws_kms_external_key google_kms_crypto_key google_kms_key_ring azurerm_key_vault azurerm_key_vault_key',
  images:
    'aws_ecr_repository aws_ecrpublic_repository aws_ami google_artifact_registry_repository azurerm_container_registry',
  users:
    'aws_cognito_user_pool aws_cognito_identity_pool aws_directory_service_directory aws_identitystore_user aws_identitystore_group auth0_connection',
  zone: 'aws_route53_zone aws_route53_record google_dns_managed_zone azurerm_dns_zone cloudflare_zone',
  secret:
    'aws_secretsmanager_secret aws_ssm_parameter google_secret_manager_secret azurerm_key_vault_secret vault_mount',
  backup: `aws_backup_vault aws_backup_plan aws_backup_selection aws_db_snapshot aws_db_cluster_snapshot
    aws_ebs_snapshot google_compute_snapshot azurerm_recovery_services_vault`,
  logs: 'aws_cloudwatch_log_group aws_cloudtrail_event_data_store google_logging_project_bucket_config azurerm_log_analytics_workspace',
  cluster:
    'aws_eks_cluster aws_ecs_cluster google_container_cluster azurerm_kubernetes_cluster kubernetes_namespace',
  account: 'aws_organizations_account google_project azurerm_resource_group github_repository',
};

const kindOf: ReadonlyMap<string, LostKind> = new Map(
  lostKinds.flatMap((kind) => byKind[kind].split(/\s+/).map((type) => [type, kind] as const)),
);

/** What is lost when a resource of this type is destroyed; null where it can be made again as it was. */
export function lostWith(type: string): LostKind | null {
  return kindOf.get(type) ?? null;
}

/** Every type of the table, for its documentation. */
export function statefulTypes(kind: LostKind): readonly string[] {
  return byKind[kind].split(/\s+/);
}

/** Made anew at every change, or made of nothing but its arguments: replacing one loses nothing. */
const disposable =
  /^(terraform_data|null_resource|(random|time|tls|local)_\w+|aws_(ecs_task_definition|launch_template|launch_configuration|lambda_layer_version|lambda_permission|api_gateway_deployment|acm_certificate_validation)|\w+_(attachment|association|rule))$/;

/** Whether replacing a resource of this type is an everyday thing. */
export function isDisposable(type: string): boolean {
  return disposable.test(type);
}
