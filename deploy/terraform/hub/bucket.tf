locals {
  bucket_name = coalesce(var.bucket.name, "${var.name}-${local.account}-${local.region}")
}

# Recordings (sessions/ACCOUNT/), backups (backups/) and checkpoints of the timeline (anchors/).
resource "aws_s3_bucket" "kept" {
  bucket              = local.bucket_name
  object_lock_enabled = true
  tags                = local.tags

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_s3_bucket_versioning" "kept" {
  bucket = aws_s3_bucket.kept.id

  versioning_configuration {
    status = "Enabled"
  }
}

# What was written stays for so long, whoever wants it away.
resource "aws_s3_bucket_object_lock_configuration" "kept" {
  bucket = aws_s3_bucket.kept.id

  rule {
    default_retention {
      mode = var.bucket.lock_mode
      days = var.bucket.lock_days
    }
  }

  depends_on = [aws_s3_bucket_versioning.kept]
}

resource "aws_s3_bucket_server_side_encryption_configuration" "kept" {
  bucket = aws_s3_bucket.kept.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.hub.arn
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "kept" {
  bucket = aws_s3_bucket.kept.id

  rule {
    id     = "unfinished"
    status = "Enabled"
    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
    noncurrent_version_expiration {
      noncurrent_days = var.bucket.lock_days
    }
  }

  # Checkpoints are small, and the older the better: they never expire.
  dynamic "rule" {
    for_each = { sessions = var.bucket.session_days, backups = var.bucket.backup_days }

    content {
      id     = rule.key
      status = "Enabled"

      filter {
        prefix = "${rule.key}/"
      }
      expiration {
        days = rule.value
      }
    }
  }

  depends_on = [aws_s3_bucket_versioning.kept]
}

resource "aws_s3_bucket_logging" "kept" {
  bucket        = aws_s3_bucket.kept.id
  target_bucket = aws_s3_bucket.access_logs.id
  target_prefix = "s3/"

  depends_on = [aws_s3_bucket_policy.access_logs]
}

resource "aws_s3_bucket_policy" "kept" {
  bucket = aws_s3_bucket.kept.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat([local.tls_only["kept"]], [for statement in [
      {
        # An account's servers write below its number, and nowhere else.
        Sid       = "Record"
        Effect    = "Allow"
        Action    = "s3:PutObject"
        Principal = { AWS = local.recorder_accounts }
        Resource  = "${aws_s3_bucket.kept.arn}/sessions/$${aws:PrincipalAccount}/*"
        Condition = { ArnEquals = { "aws:PrincipalArn" = local.server_roles } }
      },
      {
        # Servers ask before they record, and `sekisho doctor` whether they will.
        Sid       = "SeeEncryption"
        Effect    = "Allow"
        Action    = "s3:GetEncryptionConfiguration"
        Principal = { AWS = local.recorder_accounts }
        Resource  = aws_s3_bucket.kept.arn
        Condition = { ArnEquals = { "aws:PrincipalArn" = concat(local.server_roles, local.reader_roles) } }
      },
      {
        Sid       = "Read"
        Effect    = "Allow"
        Action    = "s3:GetObject"
        Principal = { AWS = local.recorder_accounts }
        Resource  = "${aws_s3_bucket.kept.arn}/sessions/$${aws:PrincipalAccount}/*"
        Condition = { ArnEquals = { "aws:PrincipalArn" = local.reader_roles } }
      },
      {
        Sid       = "KnowWhatIsMissing"
        Effect    = "Allow"
        Action    = "s3:ListBucket"
        Principal = { AWS = local.recorder_accounts }
        Resource  = aws_s3_bucket.kept.arn
        Condition = { ArnEquals = { "aws:PrincipalArn" = local.reader_roles } }
      },
    ] : statement if length(local.recorders) > 0])
  })

  depends_on = [aws_s3_bucket_public_access_block.all]
}

locals {
  buckets = { kept = aws_s3_bucket.kept, access_logs = aws_s3_bucket.access_logs }
  tls_only = { for key, bucket in local.buckets : key => {
    Sid       = "OnlyByTls"
    Effect    = "Deny"
    Action    = "s3:*"
    Principal = "*"
    Resource  = [bucket.arn, "${bucket.arn}/*"]
    Condition = { Bool = { "aws:SecureTransport" = "false" } }
  } }
}

resource "aws_s3_bucket_public_access_block" "all" {
  for_each = local.buckets

  bucket                  = each.value.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "all" {
  for_each = local.buckets

  bucket = each.value.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}
