# What Sekisho's own identity may do with what is kept.
mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  installation = "example"
  image        = "444455556666.dkr.ecr.ap-northeast-1.amazonaws.com/sekisho:0.1.0"
  config_files = { "sekisho.yaml" = "installation: example" }
  database_ca  = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"
  bucket       = { name = "kept" }
  balancer     = null
}

run "keeping" {
  command = plan
  assert {
    condition     = aws_iam_role_policy.keeping.role == aws_iam_role.task.name
    error_message = "Sekisho itself cannot keep checkpoints."
  }
  assert {
    condition = [for one in jsondecode(aws_iam_role_policy.keeping.policy).Statement : one if contains(one.Action, "s3:PutObject")] == [{
      Sid       = "AddCheckpoints"
      Effect    = "Allow"
      Action    = ["s3:PutObject"]
      Resource  = ["arn:aws:s3:::kept/anchors/*"]
      Condition = { Null = { "s3:if-none-match" = "false" } }
    }]
    error_message = "It writes elsewhere than below anchors/, or over what is there."
  }
  assert {
    condition     = length([for one in jsondecode(aws_iam_role_policy.keeping.policy).Statement : one if contains(one.Action, "s3:GetObject") && !strcontains(one.Resource[0], "/anchors/")]) == 0
    error_message = "It reads backups, or recordings."
  }
  assert {
    condition     = length([for one in jsondecode(aws_iam_role_policy.keeping.policy).Statement : one if anytrue([for action in one.Action : strcontains(action, "Delete") || strcontains(action, "Bypass")])]) == 0
    error_message = "It removes what is kept."
  }
}
