locals {
  role_arns = flatten([for account, one in var.members : [for role in one.roles : "${local.arn}:iam::${account}:role/${role}"]])
  # Services of AWS that take roles here, each for this account's things alone (the confused deputy).
  trust = { for service, own in {
    ecs-tasks     = "ecs:${local.region}:${local.account}:*"
    scheduler     = null
    vpc-flow-logs = null
    } : service => jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "${service}.amazonaws.com" }
        Condition = merge(
          { StringEquals = { "aws:SourceAccount" = local.account } },
          own == null ? {} : { ArnLike = { "aws:SourceArn" = "${local.arn}:${own}" } },
        )
      }]
  }) }
  # An image of ECR is pulled from one repository; one of another registry needs no right here.
  ecr        = try(regex("^([0-9]{12})\\.dkr\\.ecr\\.([a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?/([^:@]+)", var.image), null)
  repository = local.ecr == null ? [] : ["${local.arn}:ecr:${local.ecr[1]}:${local.ecr[0]}:repository/${local.ecr[2]}"]
}

# Sekisho's own identity: it takes the named roles, and no more.
resource "aws_iam_role" "task" {
  name                 = var.name
  description          = "Sekisho ${var.installation} itself"
  permissions_boundary = var.permissions_boundary
  assume_role_policy   = local.trust["ecs-tasks"]
  tags                 = local.tags
}

resource "aws_iam_role_policy" "task" {
  count = length(local.role_arns) > 0 ? 1 : 0

  name = "hub"
  role = aws_iam_role.task.name
  policy = jsonencode(jsondecode(templatefile("${path.module}/policies/hub.json.tftpl", {
    role_arns = local.role_arns
  })))
}

# Before a server starts, ECS fetches its image and secrets and writes its log: the server itself never has this role.
resource "aws_iam_role" "start" {
  name                 = "${var.name}-start"
  description          = "ECS starts Sekisho ${var.installation}"
  permissions_boundary = var.permissions_boundary
  assume_role_policy   = local.trust["ecs-tasks"]
  tags                 = local.tags
}

resource "aws_iam_role_policy" "start" {
  name = "start"
  role = aws_iam_role.start.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat([
      {
        Sid      = "ReadSecrets"
        Effect   = "Allow"
        Action   = "secretsmanager:GetSecretValue"
        Resource = concat([for one in aws_secretsmanager_secret.variable : one.arn], [local.database_secret])
      },
      {
        Sid       = "DecryptSecrets"
        Effect    = "Allow"
        Action    = "kms:Decrypt"
        Resource  = aws_kms_key.hub.arn
        Condition = { StringEquals = { "kms:ViaService" = "secretsmanager.${local.region}.${local.suffix}" } }
      },
      {
        Sid      = "WriteLog"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "${aws_cloudwatch_log_group.hub["server"].arn}:log-stream:*"
      },
      ], [for statement in [
        {
          Sid      = "SignInToRegistry"
          Effect   = "Allow"
          Action   = "ecr:GetAuthorizationToken"
          Resource = "*" # it knows no resource
        },
        {
          Sid      = "PullImage"
          Effect   = "Allow"
          Action   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
          Resource = local.repository
        },
    ] : statement if local.ecr != null])
  })
}
