mock_provider "aws" {
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
}

variables {
  installation   = "example"
  targets        = ["ou-abcd-11111111"]
  administrators = ["arn:aws:iam::*:role/terraform", "arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_AdministratorAccess_*"]
}

run "guards" {
  assert {
    condition     = alltrue([for one in jsondecode(aws_organizations_policy.guard.content).Statement : one.Effect == "Deny" && length(one.Condition.ArnNotLike["aws:PrincipalArn"]) >= 2])
    error_message = "A statement allows, or binds the administrators too."
  }
  # Whom it refuses what is judged in packages/aws/test/policies/guard.test.ts.
  assert {
    condition     = length(jsondecode(aws_organizations_policy.guard.content).Statement) >= 10
    error_message = "Statements are missing."
  }
  assert {
    condition     = strcontains(aws_organizations_policy.guard.content, "$${aws:PrincipalTag/sekisho:holder, 'nobody'}")
    error_message = "A principal without the tag is compared with nothing."
  }
}

run "refuses_the_root" {
  command = plan
  variables {
    targets = ["r-abcd"]
  }
  expect_failures = [var.targets]
}

run "refuses_everybody_as_administrator" {
  command = plan
  variables {
    administrators = ["arn:aws:iam::*:role/*"]
  }
  expect_failures = [var.administrators]
}
