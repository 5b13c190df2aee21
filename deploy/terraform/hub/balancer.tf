locals {
  internal         = try(var.balancer.internal, true)
  balancer_subnets = !local.public ? [] : local.internal ? local.private_subnets : local.public_subnets
}

# Servers believe X-Forwarded-For from where the balancer is, and from nowhere else.
data "aws_subnet" "balancer" {
  count = local.public && !local.made ? length(local.balancer_subnets) : 0

  id = local.balancer_subnets[count.index]
}

locals {
  made_cidrs    = [for one in values(local.internal ? aws_subnet.private : aws_subnet.public) : one.cidr_block]
  trusted_cidrs = local.made ? local.made_cidrs : data.aws_subnet.balancer[*].cidr_block
}

resource "aws_lb" "hub" {
  count = local.public ? 1 : 0

  name                       = var.name
  load_balancer_type         = "application"
  internal                   = local.internal
  subnets                    = local.balancer_subnets
  security_groups            = [aws_security_group.hub["balancer"].id]
  enable_deletion_protection = true
  drop_invalid_header_fields = true
  desync_mitigation_mode     = "strictest"
  idle_timeout               = 310 # a backup may take five minutes to begin; servers keep connections for longer (listen.ts)
  tags                       = local.tags

  access_logs {
    bucket  = aws_s3_bucket.access_logs.id
    prefix  = "balancer"
    enabled = true
  }

  lifecycle {
    precondition {
      condition     = length(distinct(data.aws_subnet.balancer[*].availability_zone)) == length(data.aws_subnet.balancer)
      error_message = "Two of the balancer's subnets lie in one zone: name exactly one in each zone."
    }
  }

  # One that the internet reaches wants a gateway that is there already, and still there while it goes.
  depends_on = [aws_s3_bucket_policy.access_logs, aws_internet_gateway.made]
}

resource "aws_lb_target_group" "hub" {
  count = local.public ? 1 : 0

  name                 = var.name
  vpc_id               = local.vpc_id
  target_type          = "ip"
  protocol             = "HTTP"
  port                 = local.port
  deregistration_delay = 60
  tags                 = local.tags

  health_check {
    path                = "/readyz"
    matcher             = "200"
    interval            = 10
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

# HTTPS alone: nothing listens on 80.
resource "aws_lb_listener" "https" {
  count = local.public ? 1 : 0

  load_balancer_arn = aws_lb.hub[0].arn
  protocol          = "HTTPS"
  port              = 443
  certificate_arn   = var.balancer.certificate_arn
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  tags              = local.tags

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.hub[0].arn
  }
}

# Metrics need no credentials, so they stay inside.
resource "aws_lb_listener_rule" "no_metrics" {
  count = local.public ? 1 : 0

  listener_arn = aws_lb_listener.https[0].arn
  priority     = 1
  tags         = local.tags

  action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      message_body = "Metrics are served inside the VPC."
      status_code  = "403"
    }
  }

  condition {
    path_pattern {
      values = ["/metrics", "/metrics/*"]
    }
  }
}
