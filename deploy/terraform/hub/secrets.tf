# Names alone. Values are put in from outside, so that no plan and no state has them:
#   aws secretsmanager put-secret-value --secret-id NAME/SLACK_BOT_TOKEN --secret-string file:///dev/stdin
resource "aws_secretsmanager_secret" "variable" {
  for_each = var.secret_variables

  name                    = "${var.name}/${each.value}"
  description             = "${each.value} of Sekisho ${var.installation}"
  kms_key_id              = aws_kms_key.hub.arn
  recovery_window_in_days = 30
  tags                    = local.tags
}

# The key that signs checkpoints of the timeline must outlive a server, and stay out of the database that it
# vouches for: SEKISHO_DATA is a file system of its own.
resource "aws_efs_file_system" "data" {
  creation_token = "${var.name}-data"
  encrypted      = true
  kms_key_id     = aws_kms_key.hub.arn
  tags           = merge(local.tags, { Name = "${var.name}-data" })
}

resource "aws_efs_backup_policy" "data" {
  file_system_id = aws_efs_file_system.data.id

  backup_policy {
    status = "ENABLED"
  }
}

resource "aws_efs_mount_target" "data" {
  count = local.made ? 2 : length(var.network.private_subnet_ids)

  file_system_id  = aws_efs_file_system.data.id
  subnet_id       = local.private_subnets[count.index]
  security_groups = [aws_security_group.hub["keys"].id]

  lifecycle {
    precondition {
      condition     = length(distinct(data.aws_subnet.private[*].availability_zone)) == length(data.aws_subnet.private)
      error_message = "Two of network.private_subnet_ids lie in one zone: name exactly one in each zone, because AWS gives a file system one address in each, and a balancer one subnet."
    }
  }
}

# Whatever user a server runs as, here it is this one, below this folder.
resource "aws_efs_access_point" "data" {
  file_system_id = aws_efs_file_system.data.id
  tags           = local.tags

  posix_user {
    uid = 65532
    gid = 65532
  }
  root_directory {
    path = "/sekisho"

    creation_info {
      owner_uid   = 65532
      owner_gid   = 65532
      permissions = "0700"
    }
  }
}

resource "aws_efs_file_system_policy" "data" {
  file_system_id = aws_efs_file_system.data.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "OnlyByTls"
        Effect    = "Deny"
        Action    = "*"
        Principal = { AWS = "*" }
        Resource  = aws_efs_file_system.data.arn
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      {
        Sid       = "ServersByTheirAccessPoint"
        Effect    = "Allow"
        Action    = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]
        Principal = { AWS = aws_iam_role.task.arn }
        Resource  = aws_efs_file_system.data.arn
        Condition = { StringEquals = { "elasticfilesystem:AccessPointArn" = aws_efs_access_point.data.arn } }
      },
    ]
  })
}
