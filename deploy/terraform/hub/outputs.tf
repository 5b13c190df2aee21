output "task_role_arn" {
  description = "Sekisho's own identity: hub_role_arn of the member module."
  value       = aws_iam_role.task.arn
}

output "recordings" {
  description = "Bucket and key of recordings: recordings of the member module."
  value       = { bucket = aws_s3_bucket.kept.bucket, key_arn = aws_kms_key.hub.arn }

  # Who writes there must find the policy that lets them.
  depends_on = [aws_s3_bucket_policy.kept]
}

output "secrets" {
  description = "Secrets that wait for their values, by variable."
  value       = { for name, secret in aws_secretsmanager_secret.variable : name => secret.name }
}

output "balancer" {
  description = "Where url of sekisho.yaml has to lead: a CNAME or alias to this name; null without a balancer."
  value       = one([for one in aws_lb.hub : { dns_name = one.dns_name, zone_id = one.zone_id }])
}

output "cluster" {
  description = "Cluster and service of ECS: for aws ecs update-service and wait."
  value       = { cluster = aws_ecs_cluster.hub.name, service = aws_ecs_service.hub.name, task_definition = aws_ecs_task_definition.hub.arn }
}

output "database" {
  description = "Address of the database, and the secret that RDS keeps its password in."
  value       = { address = aws_db_instance.hub.address, secret_arn = local.database_secret }
}

output "log_group" {
  description = "Log of the servers."
  value       = aws_cloudwatch_log_group.hub["server"].name
}

output "network" {
  description = "Where the servers run."
  value       = { vpc_id = local.vpc_id, private_subnet_ids = local.private_subnets, server_security_group_id = aws_security_group.hub["server"].id }
}

output "restore_policy_arn" {
  description = "Policy for whoever brings a backup back; nobody has it yet."
  value       = aws_iam_policy.restore.arn
}
