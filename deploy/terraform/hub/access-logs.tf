# Who asked the balancer and the bucket for what. Both write here only without a key of ours, and not under
# object lock's default retention: so it is another bucket.
resource "aws_s3_bucket" "access_logs" {
  bucket = "${local.bucket_name}-access-logs"
  tags   = local.tags
}

resource "aws_s3_bucket_versioning" "access_logs" {
  bucket = aws_s3_bucket.access_logs.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "access_logs" {
  bucket = aws_s3_bucket.access_logs.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "access_logs" {
  bucket = aws_s3_bucket.access_logs.id

  rule {
    id     = "old"
    status = "Enabled"
    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
    expiration {
      days = var.bucket.access_log_days
    }
    noncurrent_version_expiration {
      noncurrent_days = 1
    }
  }

  depends_on = [aws_s3_bucket_versioning.access_logs]
}

resource "aws_s3_bucket_policy" "access_logs" {
  bucket = aws_s3_bucket.access_logs.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      local.tls_only["access_logs"],
      {
        Sid       = "LogOfBucket"
        Effect    = "Allow"
        Action    = "s3:PutObject"
        Principal = { Service = "logging.s3.amazonaws.com" }
        Resource  = "${aws_s3_bucket.access_logs.arn}/s3/*"
        Condition = {
          ArnEquals    = { "aws:SourceArn" = aws_s3_bucket.kept.arn }
          StringEquals = { "aws:SourceAccount" = local.account }
        }
      },
      {
        Sid       = "LogOfBalancer"
        Effect    = "Allow"
        Action    = "s3:PutObject"
        Principal = { Service = "logdelivery.elasticloadbalancing.amazonaws.com" }
        Resource  = "${aws_s3_bucket.access_logs.arn}/balancer/AWSLogs/${local.account}/*"
        Condition = { ArnLike = { "aws:SourceArn" = "${local.arn}:elasticloadbalancing:${local.region}:${local.account}:loadbalancer/*" } }
      },
    ]
  })

  depends_on = [aws_s3_bucket_public_access_block.all]
}
