# Who talked to whom in the VPC that was made.
resource "aws_flow_log" "made" {
  count = local.made ? 1 : 0

  vpc_id          = aws_vpc.made[0].id
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.hub["network"].arn
  iam_role_arn    = aws_iam_role.flow_logs[0].arn
  tags            = local.tags
}

resource "aws_iam_role" "flow_logs" {
  count = local.made ? 1 : 0

  name                 = "${var.name}-flow-logs"
  permissions_boundary = var.permissions_boundary
  assume_role_policy   = local.trust["vpc-flow-logs"]
}

resource "aws_iam_role_policy" "flow_logs" {
  count = local.made ? 1 : 0

  name = "write"
  role = aws_iam_role.flow_logs[0].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogGroups", "logs:DescribeLogStreams"]
      Resource = ["${aws_cloudwatch_log_group.hub["network"].arn}", "${aws_cloudwatch_log_group.hub["network"].arn}:*"]
    }]
  })
}
