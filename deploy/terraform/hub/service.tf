resource "aws_ecs_cluster" "hub" {
  name = var.name
  tags = local.tags

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_task_definition" "hub" {
  family                   = var.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.size.cpu
  memory                   = var.size.memory
  task_role_arn            = aws_iam_role.task.arn
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
  volume {
    name = "data"

    efs_volume_configuration {
      file_system_id     = aws_efs_file_system.data.id
      transit_encryption = "ENABLED"

      authorization_config {
        access_point_id = aws_efs_access_point.data.id
        iam             = "ENABLED"
      }
    }
  }

  container_definitions = jsonencode([
    local.preparing,
    {
      name                   = "sekisho"
      image                  = var.image
      essential              = true
      readonlyRootFilesystem = true
      command                = ["serve"]
      dependsOn              = [{ containerName = "prepare", condition = "SUCCESS" }]
      portMappings           = [{ containerPort = local.port, protocol = "tcp" }]
      environment            = [for name, value in merge(var.settings, local.settings) : { name = name, value = value } if value != ""]
      secrets                = [for name, arn in local.secrets : { name = name, valueFrom = arn }]
      mountPoints            = [for key, one in local.mounts : merge(one, { readOnly = key == "files" })]
      linuxParameters        = { initProcessEnabled = true, capabilities = { drop = ["ALL"] } }
      stopTimeout            = 60
      logConfiguration       = merge(local.log, { options = merge(local.log.options, { awslogs-stream-prefix = "sekisho" }) })
      # Also after the database's password has changed: a new server gets the new one.
      healthCheck = {
        command     = ["CMD", local.node, "-e", local.healthy]
        interval    = 30
        timeout     = 10
        retries     = 5
        startPeriod = 120
      }
    },
  ])
}

resource "aws_ecs_service" "hub" {
  name                               = var.name
  cluster                            = aws_ecs_cluster.hub.arn
  task_definition                    = aws_ecs_task_definition.hub.arn
  launch_type                        = "FARGATE"
  platform_version                   = "LATEST"
  desired_count                      = var.replicas
  enable_execute_command             = false
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  health_check_grace_period_seconds  = local.public ? 180 : null
  propagate_tags                     = "SERVICE"
  tags                               = local.tags

  network_configuration {
    subnets          = local.private_subnets
    security_groups  = [aws_security_group.hub["server"].id]
    assign_public_ip = false
  }

  dynamic "load_balancer" {
    for_each = aws_lb_target_group.hub

    content {
      target_group_arn = load_balancer.value.arn
      container_name   = "sekisho"
      container_port   = local.port
    }
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [aws_lb_listener.https, aws_efs_mount_target.data, aws_efs_file_system_policy.data, aws_iam_role_policy.start]
}
