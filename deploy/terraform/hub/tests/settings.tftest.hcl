# What is asked for differently, and what is refused.
mock_provider "aws" {
  override_during = plan
  mock_data "aws_partition" {
    defaults = { partition = "aws", dns_suffix = "amazonaws.com" }
  }
  mock_data "aws_region" {
    defaults = { region = "ap-northeast-1" }
  }
  mock_data "aws_subnet" {
    defaults = { cidr_block = "10.1.0.0/24" }
  }
  mock_resource "aws_db_instance" {
    defaults = { master_user_secret = [{ secret_arn = "arn:aws:secretsmanager:ap-northeast-1:444455556666:secret:rds!db-example" }] }
  }
  mock_resource "aws_s3_bucket" {}
  mock_resource "aws_kms_key" {}
  mock_resource "aws_cloudwatch_log_group" {}
  mock_resource "aws_secretsmanager_secret" {}
  mock_resource "aws_efs_file_system" {}
  mock_resource "aws_efs_access_point" {}
  mock_resource "aws_iam_role" {}
  mock_resource "aws_ecs_task_definition" {}
  mock_resource "aws_ecs_cluster" {}
  mock_resource "aws_vpc" {}
  mock_resource "aws_subnet" {}
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
    condition     = contains([for one in jsondecode(aws_ecs_task_definition.hub.container_definitions)[1].environment : "${one.name}=${one.value}"], "SEKISHO_TRUSTED_PROXIES=10.1.0.0/24,10.1.0.0/24")
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
}

run "refuses_latest" {
  command = plan
  variables {
    image = "registry.example.com/sekisho:latest"
  }
  expect_failures = [var.image]
}

run "refuses_secrets_among_settings" {
  command = plan
  variables {
    settings = { SLACK_BOT_TOKEN = "xoxb" }
  }
  expect_failures = [var.settings]
}

run "refuses_secrets_that_nothing_else_names" {
  command = plan
  variables {
    settings = { SLACK_SIGNING_SECRET = "x" }
  }
  expect_failures = [var.settings]
}

run "refuses_another_database_than_its_own" {
  command = plan
  variables {
    settings = { SEKISHO_DATABASE_URL = "postgres://elsewhere" }
  }
  expect_failures = [var.settings]
}

run "refuses_paths_outside" {
  command = plan
  variables {
    config_files = { "sekisho.yaml" = "", "../etc/passwd" = "" }
  }
  expect_failures = [var.config_files]
}

run "refuses_networks_of_ipv6" {
  command = plan
  variables {
    balancer = { certificate_arn = "arn:aws:acm:ap-northeast-1:444455556666:certificate/example", allowed_cidrs = ["::/0"] }
  }
  expect_failures = [var.balancer]
}

run "refuses_names_that_aws_refuses" {
  command = plan
  variables {
    name   = "a--b"
    bucket = { name = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz" }
  }
  expect_failures = [var.name, var.bucket]
}

run "refuses_a_balancer_for_nobody" {
  command = plan
  variables {
    balancer = { certificate_arn = "arn:aws:acm:ap-northeast-1:444455556666:certificate/example", allowed_cidrs = [] }
  }
  expect_failures = [var.balancer]
}

run "refuses_a_private_key" {
  command = plan
  variables {
    database_ca = "-----BEGIN CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----"
  }
  expect_failures = [var.database_ca]
}

run "refuses_an_end_before_the_lock_s" {
  command = plan
  variables {
    bucket = { lock_days = 365, session_days = 90, backup_days = 365 }
  }
  expect_failures = [var.bucket]
}

run "refuses_a_secret_key_for_backups" {
  command = plan
  variables {
    backup = { recipients = ["AGE-SECRET-KEY-1EXAMPLE"] }
  }
  expect_failures = [var.backup]
}
