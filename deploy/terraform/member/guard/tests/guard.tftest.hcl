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
  assert {
    condition     = [for one in jsondecode(aws_organizations_policy.guard.content).Statement : one.Sid if contains(one.Condition.ArnNotLike["aws:PrincipalArn"], "arn:aws:iam::*:role/sekisho")] == ["PassedRoles", "Marks", "Switches"]
    error_message = "Sekisho may pass roles and change marks and switches: more, or not those."
  }
  assert {
    condition = toset(flatten([
      for one in jsondecode(aws_organizations_policy.guard.content).Statement : one.Resource
      if contains(one.Action, "ec2:DeleteTags") && try(one.Condition.Null["aws:TagKeys"], "false") == "true"
    ])) == toset(["arn:aws:ec2:*:*:instance/*", "arn:aws:ec2:*:*:launch-template/*", "arn:aws:ec2:*::image/*"])
    error_message = "Marks go by a call that takes all tags and names none."
  }
  assert {
    condition = alltrue([for wanted, resource in {
      "kms:ScheduleKeyDeletion"                            = "arn:aws:kms:*:*:key/*"
      "iam:PassRole"                                       = "arn:aws:iam::*:role/sekisho-ops-server"
      "ec2:CreateReplaceRootVolumeTask"                    = "arn:aws:ec2:*:*:instance/*"
      "ec2-instance-connect:SendSerialConsoleSSHPublicKey" = "arn:aws:ec2:*:*:instance/*"
      "ec2:CreateLaunchTemplateVersion"                    = "arn:aws:ec2:*:*:launch-template/*"
      "ec2:CreateTags"                                     = "arn:aws:ec2:*:*:launch-template/*"
      "iam:RemoveRoleFromInstanceProfile"                  = "arn:aws:iam::*:instance-profile/sekisho-ops-server"
      "ssm:UpdateDocument"                                 = "arn:aws:ssm:*:*:document/SSM-SessionManagerRunShell"
      "iam:CreatePolicyVersion"                            = "arn:aws:iam::*:policy/sekisho-ops-holder"
      "logs:DeleteLogGroup"                                = "arn:aws:logs:*:*:log-group:/sekisho/*"
      } : anytrue([for one in jsondecode(aws_organizations_policy.guard.content).Statement : anytrue([for action in one.Action : can(regex("^${replace(action, "*", ".*")}$", wanted))]) && contains(one.Resource, resource)])
    ])
    error_message = "There is a way round what the page says is guarded."
  }
  assert {
    condition     = length(aws_organizations_policy.guard.content) <= 5120
    error_message = "Organizations refuses it."
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
