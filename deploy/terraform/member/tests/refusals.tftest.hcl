# What an account with ops servers is not given.
mock_provider "aws" {}

variables {
  installation = "example"
  hub_role_arn = "arn:aws:iam::444455556666:role/sekisho"
  external_id  = "0123456789abcdef"
  environments = { staging = { subnet_id = "subnet-0123456789abcdef0" } }
  recordings = {
    bucket  = "example-sekisho-recordings"
    key_arn = "arn:aws:kms:us-east-1:444455556666:key/0123"
  }
}

run "refuses_every_host" {
  command = plan
  variables {
    forward_hosts = ["*"]
  }
  expect_failures = [var.forward_hosts]
}

run "refuses_a_whole_account" {
  command = plan
  variables {
    hub_role_arn = "arn:aws:iam::444455556666:root"
  }
  expect_failures = [var.hub_role_arn]
}

run "refuses_a_guessable_external_id" {
  command = plan
  variables {
    external_id = "sekisho"
  }
  expect_failures = [var.external_id]
}

run "refuses_servers_without_recording" {
  command = plan
  variables {
    recordings = null
  }
  expect_failures = [var.recordings]
}
