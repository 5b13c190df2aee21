# One installation: the hub in one account, ops servers in two others. docs/deploy.md goes through it.
terraform {
  required_version = ">= 1.9"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0, < 7.0"
    }
  }
  # State says who may do what: keep it where only its administrators read it, encrypted and locked.
  # backend "s3" {
  #   bucket       = "example-terraform-state"
  #   key          = "sekisho"
  #   region       = "ap-northeast-1"
  #   use_lockfile = true
  # }
}

locals {
  installation = "example"
  region       = "ap-northeast-1"
  accounts = {
    hub        = "444455556666"
    production = "111122223333"
    staging    = "222233334444"
  }
}

provider "aws" {
  region              = local.region
  allowed_account_ids = [local.accounts.hub]
}

provider "aws" {
  alias               = "production"
  region              = local.region
  allowed_account_ids = [local.accounts.production]

  assume_role {
    role_arn = "arn:aws:iam::${local.accounts.production}:role/terraform"
  }
}

provider "aws" {
  alias               = "staging"
  region              = local.region
  allowed_account_ids = [local.accounts.staging]

  assume_role {
    role_arn = "arn:aws:iam::${local.accounts.staging}:role/terraform"
  }
}

module "hub" {
  source = "../../deploy/terraform/hub"

  installation = local.installation
  image        = var.image
  replicas     = var.replicas
  database_ca  = file(var.database_ca_file)
  config_files = { "sekisho.yaml" = file("${path.module}/sekisho.yaml") }

  balancer = {
    certificate_arn = var.certificate_arn
    allowed_cidrs   = ["203.0.113.0/24"] # your office and VPN
    internal        = false
  }

  backup = { recipients = var.backup_recipients }

  members = {
    (local.accounts.production) = { server_role = "sekisho-ops-server" }
    (local.accounts.staging)    = { server_role = "sekisho-ops-server" }
  }
}

module "production" {
  source    = "../../deploy/terraform/member"
  providers = { aws = aws.production }

  installation = local.installation
  hub_role_arn = module.hub.task_role_arn
  recordings   = module.hub.recordings
  external_id  = var.external_ids.production
  environments = { production = { subnet_id = "subnet-0aaaaaaaaaaaaaaaa" } }
}

module "staging" {
  source    = "../../deploy/terraform/member"
  providers = { aws = aws.staging }

  installation = local.installation
  hub_role_arn = module.hub.task_role_arn
  recordings   = module.hub.recordings
  external_id  = var.external_ids.staging
  environments = { staging = { subnet_id = "subnet-0bbbbbbbbbbbbbbbb", instance_type = "t3.small" } }
}
