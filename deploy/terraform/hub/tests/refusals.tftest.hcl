# What the hub refuses before anything is asked of AWS.
mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  installation = "example"
  image        = "registry.example.com/sekisho@sha256:0123456789012345678901234567890123456789012345678901234567890123"
  config_files = { "sekisho.yaml" = "installation: example" }
  database_ca  = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"
  balancer     = null
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
