locals {
  forwarded = coalesce(var.forward_hosts, local.hosts.hosts)
  # Each name as a pattern. In JSON, which the document is, nothing of it needs escaping.
  forward_pattern = join("|", [
    for host in local.forwarded : replace(replace(host, ".", "[.]"), "*[.]", local.hosts.below)
  ])
}

# Ends a lease's server at its hard maximum although Sekisho is dead.
resource "aws_ssm_document" "terminate" {
  count = local.servers ? 1 : 0

  name            = local.documents.terminate
  document_type   = "Automation"
  document_format = "JSON"
  content         = file("${path.module}/automation/terminate-lease.json")
  tags            = { "sekisho:installation" = var.installation }
}

# How every shell of the account and region is opened: recorded, and as its holder's own account.
resource "aws_ssm_document" "shell" {
  count = local.servers && var.session_preferences ? 1 : 0

  name            = "SSM-SessionManagerRunShell"
  document_type   = "Session"
  document_format = "JSON"
  content = templatefile("${path.module}/documents/session-manager-preferences.json", {
    account         = local.account
    bucket          = local.place.bucket
    log_group       = local.shells_group
    kms_key_id      = "" # TLS carries sessions; a key of one's own would have to be given to every holder
    idle_minutes    = var.session_minutes.idle
    maximum_minutes = var.session_minutes.maximum
  })
  tags = { "sekisho:installation" = var.installation }

  # It may not name a group that is not there yet: such a shell would not open.
  depends_on = [aws_cloudwatch_log_group.servers]
}

resource "aws_ssm_document" "forward" {
  count = local.servers ? 1 : 0

  name            = local.documents.forward
  document_type   = "Session"
  document_format = "JSON"
  content = templatefile("${path.module}/documents/forward-port.json", {
    hosts = local.forward_pattern
  })
  tags = { "sekisho:installation" = var.installation }
}

# Preferences refuse a group in clear, and a server's journal has what people typed as arguments.
resource "aws_kms_key" "logs" {
  count = local.servers ? 1 : 0

  description             = "Logs of Sekisho's ops servers"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  tags                    = { "sekisho:installation" = var.installation }
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Administer"
        Effect    = "Allow"
        Action    = "kms:*"
        Principal = { AWS = "${local.arn}:iam::${local.account}:root" }
        Resource  = "*"
      },
      {
        Sid       = "EncryptTheseGroups"
        Effect    = "Allow"
        Action    = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]
        Principal = { Service = "logs.${local.region}.${data.aws_partition.here.dns_suffix}" }
        Resource  = "*"
        Condition = { ArnEquals = { "kms:EncryptionContext:aws:logs:arn" = [
          for name in [local.log_group, local.shells_group] :
          "${local.arn}:logs:${local.region}:${local.account}:log-group:${name}"
        ] } }
      },
    ]
  })

  # The groups stay, and without it nobody reads them: it leaves the state, not AWS (docs/deploy.md, "Removing it").
  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_kms_alias" "logs" {
  count = local.servers ? 1 : 0

  name          = "alias/sekisho-logs"
  target_key_id = aws_kms_key.logs[0].key_id
}

resource "aws_cloudwatch_log_group" "servers" {
  for_each = local.servers ? toset([local.log_group, local.shells_group]) : toset([])

  name              = each.value
  retention_in_days = var.log_days
  kms_key_id        = aws_kms_key.logs[0].arn
  tags              = { "sekisho:installation" = var.installation }

  # What was recorded stays, though the module goes.
  skip_destroy = true
}
