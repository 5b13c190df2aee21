# Accounts without ops servers: roles of CI jobs, and Identity Center.
mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws", dns_suffix = "amazonaws.com" }
  }
  mock_data "aws_region" {
    defaults = { region = "ap-northeast-1" }
  }
}

variables {
  installation = "example"
  hub_role_arn = "arn:aws:iam::444455556666:role/sekisho"
  external_id  = "0123456789abcdef"
}

run "nothing_unless_asked" {
  assert {
    condition     = length(aws_iam_role.sekisho) + length(aws_iam_role.scheduler) + length(aws_iam_role.server) + length(aws_iam_role.look) == 0
    error_message = "There is a role that nobody asked for."
  }
}

run "only_broker_roles" {
  variables {
    ci = { broker_roles = ["infra-apply"] }
  }
  assert {
    condition     = alltrue([for one in jsondecode(aws_iam_role_policy.sekisho["ci-roles"].policy).Statement : length(one.Resource) > 0])
    error_message = "A statement is about nothing, which IAM refuses."
  }
  assert {
    condition     = !strcontains(aws_iam_role_policy.sekisho["ci-roles"].policy, "role/*")
    error_message = "Sekisho may touch every role."
  }
  assert {
    condition     = length(aws_iam_role.scheduler) == 0
    error_message = "CI jobs need no dead-man's switch of EventBridge."
  }
}

run "only_window_roles" {
  variables {
    ci = { window_roles = ["infra-apply-window"] }
  }
  assert {
    condition     = [for one in jsondecode(aws_iam_role_policy.sekisho["ci-roles"].policy).Statement : one.Sid] == ["ReadTheseRoles", "DenyAndOpen"]
    error_message = "Windows need other statements than these."
  }
}

run "identity_center" {
  variables {
    access = {
      instance           = "ssoins-0123456789abcdef"
      identity_store     = "d-0123456789"
      organization       = "o-exampleorgid"
      management_account = "123456789012"
      accounts           = ["111122223333"]
      permission_sets    = ["ps-0123456789abcdef"]
    }
  }
  assert {
    condition     = keys(aws_iam_role_policy.sekisho) == ["access", "doctor-access"] && keys(aws_iam_role_policy.scheduler) == ["access-removal"]
    error_message = "Lending and taking away are not both there."
  }
  assert {
    condition     = !strcontains(aws_iam_role_policy.scheduler["access-removal"].policy, "sso:CreateAccountAssignment")
    error_message = "What takes away can give."
  }
}

run "refuses_every_role" {
  command = plan
  variables {
    ci = { broker_roles = ["*"] }
  }
  expect_failures = [var.ci]
}

run "refuses_sets_without_accounts" {
  command = plan
  variables {
    access = {
      instance           = "ssoins-0123456789abcdef"
      identity_store     = "d-0123456789"
      organization       = "o-exampleorgid"
      management_account = "123456789012"
      permission_sets    = ["ps-0123456789abcdef"]
      groups             = ["01234567-89ab-cdef-0123-456789abcdef"]
    }
  }
  expect_failures = [var.access]
}
