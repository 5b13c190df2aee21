locals {
  account   = data.aws_caller_identity.here.account_id
  partition = data.aws_partition.here.partition
  region    = data.aws_region.here.region
  suffix    = data.aws_partition.here.dns_suffix
  arn       = "arn:${local.partition}"
  tags      = { "sekisho:installation" = var.installation }
  log_names = { server = "/sekisho/hub/${var.name}", database = "/aws/rds/instance/${var.name}/postgresql", network = "/sekisho/hub/${var.name}/network" }

  # Members with ops servers: their servers write recordings, and Sekisho's role there reads them.
  recorders         = { for account, one in var.members : account => one if one.server_role != null }
  recorder_accounts = [for account in keys(local.recorders) : "${local.arn}:iam::${account}:root"]
  server_roles      = [for account, one in local.recorders : "${local.arn}:iam::${account}:role/${one.server_role}"]
  reader_roles      = [for account, one in local.recorders : "${local.arn}:iam::${account}:role/${one.reader_role}"]
}

# One key for all that the hub keeps: what must be said of it is said once.
resource "aws_kms_key" "hub" {
  description             = "What Sekisho ${var.installation} keeps"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  tags                    = local.tags
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat([
      {
        Sid       = "Administer"
        Effect    = "Allow"
        Action    = "kms:*"
        Principal = { AWS = "${local.arn}:iam::${local.account}:root" }
        Resource  = "*"
      },
      {
        Sid       = "EncryptLogs"
        Effect    = "Allow"
        Action    = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]
        Principal = { Service = "logs.${local.region}.${local.suffix}" }
        Resource  = "*"
        Condition = { ArnEquals = { "kms:EncryptionContext:aws:logs:arn" = [
          for name in values(local.log_names) : "${local.arn}:logs:${local.region}:${local.account}:log-group:${name}"
        ] } }
      },
      ], [for statement in [
        {
          # By S3 alone. Servers need Decrypt to send parts; to read, the bucket lets them do nothing.
          Sid       = "Recordings"
          Effect    = "Allow"
          Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
          Principal = { AWS = local.recorder_accounts }
          Resource  = "*"
          Condition = {
            StringEquals = { "kms:ViaService" = "s3.${local.region}.${local.suffix}" }
            ArnEquals    = { "aws:PrincipalArn" = concat(local.server_roles, local.reader_roles) }
          }
        },
    ] : statement if length(local.recorders) > 0])
  })

  # Without it nothing that is kept can be read: it leaves the state, not AWS (docs/deploy.md, "Removing it").
  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_kms_alias" "hub" {
  name          = "alias/${var.name}"
  target_key_id = aws_kms_key.hub.key_id
}

resource "aws_cloudwatch_log_group" "hub" {
  for_each = { for key, name in local.log_names : key => name if key != "network" || var.network == null }

  name              = each.value
  retention_in_days = var.log_days
  kms_key_id        = aws_kms_key.hub.arn
  tags              = local.tags
}
