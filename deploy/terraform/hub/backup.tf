# Every day the database, encrypted for keys of yours, into the bucket: beside RDS's own snapshots, which only
# RDS reads. This role adds objects, and can neither read, replace nor remove one.
locals {
  backs_up = var.backup != null
  backup_place = {
    partition = local.partition
    bucket    = aws_s3_bucket.kept.bucket
    prefix    = "backups/"
  }
  use_key = {
    for purpose, actions in { backup = ["kms:Decrypt", "kms:GenerateDataKey"], restore = ["kms:Decrypt"] } : purpose => {
      Sid                            = "UseTheBucketsKey"
      Effect                         = "Allow"
      Action                         = actions
      Resource                       = [aws_kms_key.hub.arn]
      Condition                      = { StringEquals = { "kms:ViaService" = "s3.${local.region}.${local.suffix}" } }
    }
  }
  keeping = { for purpose, statement in local.use_key : purpose => jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      jsondecode(templatefile("${path.module}/policies/${purpose}.json.tftpl", local.backup_place)).Statement,
      [statement],
    )
  }) }
}

resource "aws_iam_role" "backup" {
  count = local.backs_up ? 1 : 0

  name                 = "${var.name}-backup"
  description          = "Backups of Sekisho ${var.installation}"
  permissions_boundary = var.permissions_boundary
  assume_role_policy   = local.trust["ecs-tasks"]
  tags                 = local.tags
}

resource "aws_iam_role_policy" "backup" {
  count = local.backs_up ? 1 : 0

  name   = "backup"
  role   = aws_iam_role.backup[0].name
  policy = local.keeping["backup"]
}

# For whoever brings one back, with the secret half of a recipient's key. Nobody has it until you attach it.
resource "aws_iam_policy" "restore" {
  name        = "${var.name}-restore"
  description = "Read backups of Sekisho ${var.installation}"
  policy      = local.keeping["restore"]
  tags        = local.tags
}

resource "aws_ecs_task_definition" "backup" {
  count = local.backs_up ? 1 : 0

  family                   = "${var.name}-backup"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.size.cpu
  memory                   = var.size.memory
  task_role_arn            = aws_iam_role.backup[0].arn
  execution_role_arn       = aws_iam_role.start.arn
  tags                     = local.tags

  runtime_platform {
    cpu_architecture        = var.architecture
    operating_system_family = "LINUX"
  }

  volume {
    name = "files"
  }
  volume {
    name = "scrap"
  }

  container_definitions = jsonencode([
    local.preparing,
    {
      name                   = "backup"
      image                  = var.image
      essential              = true
      readonlyRootFilesystem = true
      command = concat(
        ["backup", "--to", "s3://${aws_s3_bucket.kept.bucket}/backups/{time}.backup"],
        flatten([for key in try(var.backup.recipients, []) : ["--recipient", key]]),
      )
      dependsOn        = [{ containerName = "prepare", condition = "SUCCESS" }]
      environment      = [for name in ["AWS_REGION", "SEKISHO_DATABASE_URL"] : { name = name, value = local.settings[name] }]
      secrets          = [for name in ["PGPASSWORD"] : { name = name, valueFrom = local.secrets[name] }]
      mountPoints      = [for key in ["files", "scrap"] : merge(local.mounts[key], { readOnly = key == "files" })]
      linuxParameters  = { initProcessEnabled = true, capabilities = { drop = ["ALL"] } }
      logConfiguration = merge(local.log, { options = merge(local.log.options, { awslogs-stream-prefix = "backup" }) })
    },
  ])
}

resource "aws_iam_role" "backup_schedule" {
  count = local.backs_up ? 1 : 0

  name                 = "${var.name}-backup-schedule"
  permissions_boundary = var.permissions_boundary
  assume_role_policy   = local.trust["scheduler"]
}

resource "aws_iam_role_policy" "backup_schedule" {
  count = local.backs_up ? 1 : 0

  name = "run"
  role = aws_iam_role.backup_schedule[0].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "ecs:RunTask"
        Resource  = [for end in ["", ":*"] : "${aws_ecs_task_definition.backup[0].arn_without_revision}${end}"]
        Condition = { ArnEquals = { "ecs:cluster" = aws_ecs_cluster.hub.arn } }
      },
      {
        Effect    = "Allow"
        Action    = "iam:PassRole"
        Resource  = [aws_iam_role.backup[0].arn, aws_iam_role.start.arn]
        Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } }
      },
    ]
  })
}

resource "aws_scheduler_schedule" "backup" {
  count = local.backs_up ? 1 : 0

  name                         = "${var.name}-backup"
  schedule_expression          = var.backup.schedule
  schedule_expression_timezone = var.backup.time_zone

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_ecs_cluster.hub.arn
    role_arn = aws_iam_role.backup_schedule[0].arn

    ecs_parameters {
      task_definition_arn = aws_ecs_task_definition.backup[0].arn_without_revision
      launch_type         = "FARGATE"

      network_configuration {
        subnets          = local.private_subnets
        security_groups  = [aws_security_group.hub["server"].id]
        assign_public_ip = false
      }
    }

    retry_policy {
      maximum_event_age_in_seconds = 3600
      maximum_retry_attempts       = 3
    }
  }
}
