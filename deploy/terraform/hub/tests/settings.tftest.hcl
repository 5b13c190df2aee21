# What is asked for differently, and networks that do not fit.
mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

override_data {
  target = data.aws_subnet.private[0]
  values = { availability_zone = "ap-northeast-1a" }
}
override_data {
  target = data.aws_subnet.private[1]
  values = { availability_zone = "ap-northeast-1c" }
}
override_data {
  target = data.aws_subnet.balancer[0]
  values = { availability_zone = "ap-northeast-1a", cidr_block = "10.1.0.0/24" }
}
override_data {
  target = data.aws_subnet.balancer[1]
  values = { availability_zone = "ap-northeast-1c", cidr_block = "10.1.1.0/24" }
}

variables {
  installation = "example"
  image        = "registry.example.com/sekisho@sha256:0123456789012345678901234567890123456789012345678901234567890123"
  config_files = { "sekisho.yaml" = "installation: example" }
  database_ca  = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"
  balancer     = null
  network = {
    vpc_id             = "vpc-0123456789abcdef0"
    private_subnet_ids = ["subnet-a", "subnet-c"]
  }
}

run "slack_alone_in_a_given_vpc" {
  command = plan
  assert {
    condition     = length(aws_vpc.made) + length(aws_nat_gateway.made) + length(aws_subnet.private) == 0
    error_message = "A network is made though one was named."
  }
  assert {
    condition     = length(aws_lb.hub) == 0 && length(aws_vpc_security_group_ingress_rule.people) == 0 && !contains(keys(aws_security_group.hub), "balancer")
    error_message = "There is a way in though nobody asked for one."
  }
  assert {
    condition     = length(aws_iam_role_policy.task) == 0
    error_message = "A policy about no role, which IAM refuses."
  }
  assert {
    condition     = [for one in jsondecode(aws_s3_bucket_policy.kept.policy).Statement : one.Sid] == ["OnlyByTls"]
    error_message = "Somebody may write recordings though there is no member."
  }
  assert {
    condition     = !strcontains(aws_iam_role_policy.start.policy, "ecr:")
    error_message = "There are rights in ECR though the image lies elsewhere."
  }
}

run "behind_a_balancer_in_a_given_vpc" {
  command = plan
  variables {
    balancer = { certificate_arn = "arn:aws:acm:ap-northeast-1:444455556666:certificate/example", allowed_cidrs = ["10.0.0.0/8"] }
  }
  assert {
    condition     = contains([for one in jsondecode(aws_ecs_task_definition.hub.container_definitions)[1].environment : "${one.name}=${one.value}"], "SEKISHO_TRUSTED_PROXIES=10.1.0.0/24,10.1.1.0/24")
    error_message = "The balancer's networks are not believed."
  }
}

run "backup" {
  command = plan
  variables {
    backup = { recipients = ["age1ppr6n5uvelh24x5gl5w4d7pd55y5yeeru7w9z5y882e0pc8qxeds5kuh6m"] }
  }
  assert {
    condition     = jsondecode(aws_ecs_task_definition.backup[0].container_definitions)[1].command[3] == "--recipient"
    error_message = "Backups are taken in clear."
  }
  assert {
    condition     = alltrue([for one in jsondecode(aws_iam_role_policy.backup[0].policy).Statement : !contains(one.Action, "s3:GetObject") && !contains(one.Action, "s3:DeleteObject")])
    error_message = "Whatever takes backups could read or remove them."
  }
  assert {
    condition     = alltrue([for one in jsondecode(aws_iam_policy.restore.policy).Statement : !contains(one.Action, "s3:PutObject")])
    error_message = "Whoever brings backups back could write them."
  }
  assert {
    condition     = [for one in jsondecode(aws_ecs_task_definition.backup[0].container_definitions)[1].secrets : one.name] == ["PGPASSWORD"]
    error_message = "The backup has secrets that it does not need."
  }
  assert {
    condition     = jsondecode(aws_iam_role.backup_schedule[0].assume_role_policy).Statement[0].Principal.Service == "scheduler.amazonaws.com"
    error_message = "The schedule cannot begin the backup."
  }
}

run "refuses_two_private_subnets_in_one_zone" {
  command = plan
  override_data {
    target = data.aws_subnet.private[1]
    values = { availability_zone = "ap-northeast-1a" }
  }
  expect_failures = [aws_efs_mount_target.data]
}

run "refuses_two_subnets_of_a_balancer_in_one_zone" {
  command = plan
  variables {
    network = {
      vpc_id             = "vpc-0123456789abcdef0"
      private_subnet_ids = ["subnet-a", "subnet-c"]
      public_subnet_ids  = ["subnet-d", "subnet-e"]
    }
    balancer = { certificate_arn = "arn:aws:acm:ap-northeast-1:444455556666:certificate/example", allowed_cidrs = ["10.0.0.0/8"], internal = false }
  }
  override_data {
    target = data.aws_subnet.balancer[1]
    values = { availability_zone = "ap-northeast-1a", cidr_block = "10.1.1.0/24" }
  }
  expect_failures = [aws_lb.hub]
}
