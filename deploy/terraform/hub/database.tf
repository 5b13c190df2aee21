resource "aws_db_subnet_group" "hub" {
  name       = var.name
  subnet_ids = local.private_subnets
  tags       = local.tags
}

resource "aws_db_parameter_group" "hub" {
  name_prefix = "${var.name}-"
  family      = "postgres${split(".", var.database.version)[0]}"
  description = "Sekisho: nothing without TLS, and who came"
  tags        = local.tags

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }
  parameter {
    name  = "log_connections"
    value = "1"
  }
  parameter {
    name  = "log_disconnections"
    value = "1"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_db_instance" "hub" {
  identifier            = var.name
  engine                = "postgres"
  engine_version        = var.database.version
  instance_class        = var.database.class
  storage_type          = "gp3"
  allocated_storage     = var.database.storage_gb
  max_allocated_storage = var.database.maximum_gb
  storage_encrypted     = true
  kms_key_id            = aws_kms_key.hub.arn
  ca_cert_identifier    = "rds-ca-rsa2048-g1"

  db_name  = "sekisho"
  username = "sekisho"
  # RDS makes the password and keeps it in Secrets Manager: it is in no state and no plan.
  manage_master_user_password   = true
  master_user_secret_kms_key_id = aws_kms_key.hub.arn

  db_subnet_group_name   = aws_db_subnet_group.hub.name
  vpc_security_group_ids = [aws_security_group.hub["database"].id]
  parameter_group_name   = aws_db_parameter_group.hub.name
  publicly_accessible    = false
  multi_az               = var.database.multi_az

  backup_retention_period    = var.database.backup_days
  backup_window              = "17:00-18:00"
  maintenance_window         = "sat:18:30-sat:19:30"
  copy_tags_to_snapshot      = true
  delete_automated_backups   = false
  deletion_protection        = true
  skip_final_snapshot        = false
  final_snapshot_identifier  = "${var.name}-last"
  auto_minor_version_upgrade = true

  enabled_cloudwatch_logs_exports = ["postgresql"]
  tags                            = local.tags

  # Or RDS makes the group itself, in clear and for ever.
  depends_on = [aws_cloudwatch_log_group.hub]
}

# RDS changes its password every seven days by itself. Servers that run have the former one, so each change
# restarts them (their health check fails): seldom is better here than often.
resource "aws_secretsmanager_secret_rotation" "database" {
  secret_id          = aws_db_instance.hub.master_user_secret[0].secret_arn
  rotate_immediately = false

  rotation_rules {
    automatically_after_days = var.database.password_days
  }
}
