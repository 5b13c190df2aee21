# What every test file answers in place of AWS.
mock_data "aws_caller_identity" {
  defaults = { account_id = "444455556666" }
}
mock_data "aws_partition" {
  defaults = { partition = "aws", dns_suffix = "amazonaws.com" }
}
mock_data "aws_region" {
  defaults = { region = "ap-northeast-1" }
}
mock_data "aws_availability_zones" {
  defaults = { names = ["ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"] }
}
mock_resource "aws_db_instance" {
  defaults = {
    address            = "sekisho.example.ap-northeast-1.rds.amazonaws.com"
    master_user_secret = [{ secret_arn = "arn:aws:secretsmanager:ap-northeast-1:444455556666:secret:rds!db-example" }]
  }
}
mock_resource "aws_kms_key" {
  defaults = { arn = "arn:aws:kms:ap-northeast-1:444455556666:key/hub" }
}
mock_resource "aws_s3_bucket" {}
mock_resource "aws_cloudwatch_log_group" {}
mock_resource "aws_secretsmanager_secret" {}
mock_resource "aws_efs_file_system" {}
mock_resource "aws_efs_access_point" {}
mock_resource "aws_iam_role" {}
mock_resource "aws_ecs_task_definition" {}
mock_resource "aws_ecs_cluster" {}
mock_resource "aws_vpc" {}
mock_resource "aws_subnet" {}
