data "aws_subnet" "environment" {
  for_each = var.environments

  id = each.value.subnet_id
}

data "aws_vpc" "environment" {
  for_each = local.grouped

  id = data.aws_subnet.environment[each.key].vpc_id
}

locals {
  grouped = { for name, one in var.environments : name => one if length(one.security_group_ids) == 0 }
  ways_out = merge([for name in keys(local.grouped) : {
    for rule in var.egress : "${name} ${rule.port} ${rule.cidr}" => merge(rule, { environment = name })
  }]...)
}

# Nothing comes in: people come by Session Manager, which the server calls, not the other way round.
resource "aws_security_group" "environment" {
  for_each = local.grouped

  name_prefix = "sekisho-${each.key}-" # another is made before one goes, in which a lent server may still be
  description = "Ops servers of ${each.key}: nothing comes in"
  vpc_id      = data.aws_subnet.environment[each.key].vpc_id
  tags        = { Name = "sekisho-${each.key}", "sekisho:installation" = var.installation }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "listed" {
  for_each = local.ways_out

  security_group_id = aws_security_group.environment[each.value.environment].id
  description       = each.value.description
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
  cidr_ipv4         = each.value.cidr
}

# What people come for: databases and services of the same VPC, whose own groups decide. Its first network alone:
# who has others (100.64.0.0/16, say) names them in egress.
resource "aws_vpc_security_group_egress_rule" "own_network" {
  for_each = local.grouped

  security_group_id = aws_security_group.environment[each.key].id
  description       = "The own VPC"
  ip_protocol       = "tcp"
  from_port         = 1
  to_port           = 65535
  cidr_ipv4         = data.aws_vpc.environment[each.key].cidr_block
}

# Sekisho launches the default version, and asks again for what matters here: IAM compares some of it.
# What stands in a template IAM cannot narrow, so no role of Sekisho's may write one.
resource "aws_launch_template" "environment" {
  for_each = var.environments

  name                                 = "sekisho-${each.key}"
  description                          = "Ops servers of ${each.key}, lent by Sekisho ${var.installation}"
  image_id                             = "resolve:ssm:/sekisho/images/ops-server/${each.value.image}"
  instance_type                        = each.value.instance_type
  instance_initiated_shutdown_behavior = "terminate"
  disable_api_termination              = false
  update_default_version               = true
  tags                                 = { "sekisho:installation" = var.installation }

  iam_instance_profile {
    arn = aws_iam_instance_profile.server[0].arn
  }

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
    # The image learns its holder and its end from its tags.
    instance_metadata_tags = "enabled"
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_type           = "gp3"
      volume_size           = each.value.volume_gb
      encrypted             = true
      delete_on_termination = true
    }
  }

  network_interfaces {
    subnet_id                   = each.value.subnet_id
    associate_public_ip_address = false
    delete_on_termination       = true
    security_groups = (
      length(each.value.security_group_ids) > 0
      ? each.value.security_group_ids
      : [aws_security_group.environment[each.key].id]
    )
  }
}

resource "aws_iam_role" "server" {
  count = local.servers ? 1 : 0

  name                 = var.role_names.instance
  description          = "Ops servers of Sekisho ${var.installation}: carry sessions, ship logs"
  permissions_boundary = var.permissions_boundary
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.${data.aws_partition.here.dns_suffix}" }
    }]
  })
}

resource "aws_iam_role_policy" "server" {
  count = local.servers ? 1 : 0

  name   = "ops-instance"
  role   = aws_iam_role.server[0].name
  policy = local.policies["ops-instance"]
}

# The bucket's objects are encrypted by the hub's key: only S3, on the role's behalf, uses it.
resource "aws_iam_role_policy" "recordings_key" {
  for_each = local.servers ? {
    server  = ["kms:Decrypt", "kms:GenerateDataKey"] # Decrypt: for uploads in parts
    sekisho = ["kms:Decrypt"]
  } : {}

  name = "recordings-key"
  role = each.key == "server" ? aws_iam_role.server[0].name : aws_iam_role.sekisho[0].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = each.value
      Resource = var.recordings.key_arn
      Condition = { StringEquals = {
        "kms:ViaService" = "s3.${split(":", var.recordings.key_arn)[3]}.${data.aws_partition.here.dns_suffix}"
      } }
    }]
  })
}

resource "aws_iam_instance_profile" "server" {
  count = local.servers ? 1 : 0

  name = var.role_names.instance
  role = aws_iam_role.server[0].name
}

# For the permission set of whoever is to use ops servers: Identity Center looks it up by name in each account.
resource "aws_iam_policy" "holder" {
  count = local.servers ? 1 : 0

  name        = var.role_names.holder
  description = "Sessions on the ops server whose holder one is"
  policy      = local.policies["ops-holder"]
}

# For the roles of the pipeline (examples/ops-image), one for each of its steps: who builds cannot promote.
resource "aws_iam_policy" "image" {
  for_each = toset(local.image_steps)

  name        = "${var.role_names.images}-${each.key}"
  description = each.key == "build" ? "packer build" : "sekisho image ${each.key}"
  policy      = local.policies["image-${each.key}"]
}
