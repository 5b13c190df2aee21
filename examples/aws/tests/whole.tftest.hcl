# Hub and members fit together, and sekisho.yaml with them. The providers are mocked: nothing here asks AWS.
mock_provider "aws" {
  override_during = plan
  mock_data "aws_caller_identity" {
    defaults = { account_id = "444455556666" }
  }
  mock_data "aws_region" {
    defaults = { region = "ap-northeast-1" }
  }
  mock_data "aws_availability_zones" {
    defaults = { names = ["ap-northeast-1a", "ap-northeast-1c"] }
  }
  mock_resource "aws_db_instance" {
    defaults = { master_user_secret = [{ secret_arn = "arn:aws:secretsmanager:ap-northeast-1:444455556666:secret:rds!db-example" }] }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::444455556666:role/sekisho" }
  }
  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:ap-northeast-1:444455556666:key/hub" }
  }
}

mock_provider "aws" {
  alias           = "production"
  override_during = plan

  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }
  mock_data "aws_region" {
    defaults = { region = "ap-northeast-1" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::111122223333:role/sekisho" }
  }
}

mock_provider "aws" {
  alias           = "staging"
  override_during = plan

  mock_data "aws_caller_identity" {
    defaults = { account_id = "222233334444" }
  }
  mock_data "aws_region" {
    defaults = { region = "ap-northeast-1" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::222233334444:role/sekisho" }
  }
}

variables {
  image             = "444455556666.dkr.ecr.ap-northeast-1.amazonaws.com/sekisho:0.1.0"
  certificate_arn   = "arn:aws:acm:ap-northeast-1:444455556666:certificate/example"
  database_ca_file  = "tests/database-ca.pem"
  backup_recipients = ["age1ppr6n5uvelh24x5gl5w4d7pd55y5yeeru7w9z5y882e0pc8qxeds5kuh6m"]
  external_ids = {
    production = "replace-me-by-openssl-rand-hex-16-production"
    staging    = "replace-me-by-openssl-rand-hex-16-staging"
  }
}

run "whole" {
  command = plan
  assert {
    condition     = var.replicas >= 1
    error_message = "An apply of something else would stop Sekisho."
  }
  assert {
    condition = alltrue([for name, one in yamldecode(file("sekisho.yaml")).environments : alltrue([
      for key, value in merge([for text in output.environments : yamldecode(text).environments]...)[name] :
      key == "opsServer" ? alltrue([for field, said in value : one.opsServer[field] == said]) : one[key] == value
    ])])
    error_message = "sekisho.yaml says otherwise than what is deployed."
  }
  assert {
    condition     = output.hub.bucket == yamldecode(file("sekisho.yaml")).recording.bucket
    error_message = "Sekisho looks for recordings elsewhere."
  }
  assert {
    condition     = one(output.holder_policies) == "sekisho-ops-holder"
    error_message = "A permission set would need a policy for each account."
  }
  assert {
    condition     = output.hub.secrets == { for name in ["SEKISHO_LOGIN_SECRET", "SLACK_APP_TOKEN", "SLACK_BOT_TOKEN"] : name => "sekisho/${name}" }
    error_message = "Secrets have other names than docs/deploy.md says."
  }
}
