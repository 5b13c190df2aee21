# Sekisho itself keeps checkpoints in the bucket, where `keeping` of sekisho.yaml names it, and looks how old
# the newest backup is. Its own identity adds them, and neither replaces nor removes anything.
resource "aws_iam_role_policy" "keeping" {
  name = "keeping"
  role = aws_iam_role.task.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      jsondecode(templatefile("${path.module}/policies/keeping.json.tftpl", {
        partition = local.partition
        bucket    = aws_s3_bucket.kept.bucket
        anchors   = "anchors/"
        backups   = "backups/"
      })).Statement,
      [local.use_key["backup"]],
    )
  })
}
