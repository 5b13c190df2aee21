# The hub in a VPC of its own, with a balancer. The provider is mocked: nothing here asks AWS.
mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  installation = "example"
  image        = "444455556666.dkr.ecr.ap-northeast-1.amazonaws.com/sekisho:0.1.0"
  config_files = { "sekisho.yaml" = "installation: example" }
  database_ca  = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"
  balancer = {
    certificate_arn = "arn:aws:acm:ap-northeast-1:444455556666:certificate/example"
    allowed_cidrs   = ["203.0.113.0/24"]
  }
  members = {
    "111122223333" = { roles = ["sekisho", "sekisho-look"], server_role = "sekisho-ops-server" }
    "123456789012" = {}
  }
}

run "database" {
  command = plan
  assert {
    condition     = aws_db_instance.hub.storage_encrypted && aws_db_instance.hub.deletion_protection && !aws_db_instance.hub.publicly_accessible
    error_message = "The database is in clear, can be deleted by a slip, or has a public address."
  }
  assert {
    condition     = aws_db_instance.hub.backup_retention_period >= 7 && !aws_db_instance.hub.skip_final_snapshot && aws_db_instance.hub.multi_az
    error_message = "The database is kept too short, goes without a last snapshot, or with its zone."
  }
  assert {
    condition     = aws_db_instance.hub.manage_master_user_password && aws_db_instance.hub.password == null && aws_db_instance.hub.password_wo == null
    error_message = "The password is in the state."
  }
  assert {
    condition     = anytrue([for one in aws_db_parameter_group.hub.parameter : one.name == "rds.force_ssl" && one.value == "1"])
    error_message = "The database takes connections in clear."
  }
  assert {
    condition     = !aws_secretsmanager_secret_rotation.database.rotate_immediately
    error_message = "Each apply would restart every server."
  }
}

run "bucket" {
  command = plan
  assert {
    condition     = aws_s3_bucket.kept.object_lock_enabled && aws_s3_bucket_object_lock_configuration.kept.rule[0].default_retention[0].days == 90
    error_message = "Recordings can be removed."
  }
  assert {
    condition     = alltrue([for one in [aws_s3_bucket_versioning.kept, aws_s3_bucket_versioning.access_logs] : one.versioning_configuration[0].status == "Enabled"])
    error_message = "A bucket keeps no versions."
  }
  assert {
    condition     = alltrue([for one in aws_s3_bucket_public_access_block.all : one.block_public_acls && one.block_public_policy && one.ignore_public_acls && one.restrict_public_buckets])
    error_message = "A bucket could be made public."
  }
  assert {
    condition     = aws_kms_key.hub.enable_key_rotation
    error_message = "The key never changes."
  }
  assert {
    condition = alltrue([for one in [aws_s3_bucket_policy.kept, aws_s3_bucket_policy.access_logs] : anytrue([
      for statement in jsondecode(one.policy).Statement : statement.Effect == "Deny" && try(statement.Condition.Bool["aws:SecureTransport"], "") == "false"
    ])])
    error_message = "A bucket is read in clear."
  }
  assert {
    condition = [for one in jsondecode(aws_s3_bucket_policy.kept.policy).Statement : one if one.Sid == "Record"][0].Condition.ArnEquals["aws:PrincipalArn"] == [
      "arn:aws:iam::111122223333:role/sekisho-ops-server",
    ]
    error_message = "Somebody other than the ops servers writes recordings."
  }
  assert {
    condition     = endswith([for one in jsondecode(aws_s3_bucket_policy.kept.policy).Statement : one if one.Sid == "Record"][0].Resource, "/sessions/$${aws:PrincipalAccount}/*")
    error_message = "Servers of one account could write into another's folder."
  }
  assert {
    condition = [for one in jsondecode(aws_s3_bucket_policy.kept.policy).Statement : one if one.Sid == "Read"][0].Condition.ArnEquals["aws:PrincipalArn"] == [
      "arn:aws:iam::111122223333:role/sekisho",
    ]
    error_message = "Somebody other than Sekisho's role reads recordings."
  }
  assert {
    condition = [for one in jsondecode(aws_s3_bucket_policy.kept.policy).Statement : one if one.Sid == "SeeEncryption"][0].Condition.ArnEquals["aws:PrincipalArn"] == [
      "arn:aws:iam::111122223333:role/sekisho-ops-server",
      "arn:aws:iam::111122223333:role/sekisho",
    ]
    error_message = "Servers or the doctor cannot see how recordings are encrypted, or somebody else can."
  }
}

run "identity" {
  command = plan
  assert {
    condition = jsondecode(aws_iam_role_policy.task[0].policy).Statement == [{
      Sid    = "TakeTheseRoles"
      Effect = "Allow"
      Action = ["sts:AssumeRole"]
      Resource = [
        "arn:aws:iam::111122223333:role/sekisho",
        "arn:aws:iam::111122223333:role/sekisho-look",
        "arn:aws:iam::123456789012:role/sekisho",
      ]
    }]
    error_message = "Sekisho's identity may do something else than take the named roles."
  }
  assert {
    condition     = jsondecode(aws_iam_role.task.assume_role_policy).Statement[0].Condition.StringEquals["aws:SourceAccount"] == "444455556666"
    error_message = "Tasks of other accounts may be Sekisho."
  }
  assert {
    condition     = alltrue([for one in local.trust : jsondecode(one).Statement[0].Condition.StringEquals["aws:SourceAccount"] == "444455556666"]) && jsondecode(aws_iam_role.flow_logs[0].assume_role_policy).Statement[0].Principal.Service == "vpc-flow-logs.amazonaws.com"
    error_message = "A service takes a role here for somebody else's account, or another service than meant."
  }
  assert {
    condition     = strcontains(aws_iam_role_policy.start.policy, "arn:aws:ecr:ap-northeast-1:444455556666:repository/sekisho\"")
    error_message = "The image is pulled from any repository."
  }
}

run "servers" {
  command = plan
  assert {
    condition     = alltrue([for one in jsondecode(aws_ecs_task_definition.hub.container_definitions) : one.readonlyRootFilesystem])
    error_message = "A server can write into its own programs."
  }
  assert {
    condition     = alltrue([for one in jsondecode(aws_ecs_task_definition.hub.container_definitions)[1].environment : !can(regex("TOKEN|SECRET|PASSWORD", one.name))])
    error_message = "A secret stands in the task definition."
  }
  assert {
    condition = toset([for one in jsondecode(aws_ecs_task_definition.hub.container_definitions)[1].secrets : one.name]) == toset([
      "PGPASSWORD", "SEKISHO_LOGIN_SECRET", "SLACK_APP_TOKEN", "SLACK_BOT_TOKEN",
    ])
    error_message = "A server starts without its secrets."
  }
  assert {
    condition     = contains([for one in jsondecode(aws_ecs_task_definition.hub.container_definitions)[1].environment : one.value], "postgres://sekisho@sekisho.example.ap-northeast-1.rds.amazonaws.com:5432/sekisho?sslmode=verify-full&sslrootcert=/etc/sekisho/database-ca.pem")
    error_message = "A server does not look whose database it speaks to."
  }
  assert {
    condition     = contains([for one in jsondecode(aws_ecs_task_definition.hub.container_definitions)[1].environment : "${one.name}=${one.value}"], "SEKISHO_TRUSTED_PROXIES=10.92.0.0/24,10.92.1.0/24")
    error_message = "Callers' addresses are the balancer's, or whatever callers say."
  }
  assert {
    condition     = !aws_ecs_service.hub.enable_execute_command && !aws_ecs_service.hub.network_configuration[0].assign_public_ip
    error_message = "Somebody can open a shell in a server, or reach it from the internet."
  }
  assert {
    condition     = aws_efs_file_system.data.encrypted && aws_ecs_task_definition.hub.volume != null
    error_message = "The signing key lies in clear."
  }
}

run "doors" {
  command = plan
  assert {
    condition     = [for rule in aws_vpc_security_group_ingress_rule.people : "${rule.cidr_ipv4}:${rule.from_port}"] == ["203.0.113.0/24:443"]
    error_message = "Somebody else may connect, or by another port than HTTPS."
  }
  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_ingress_rule.path : rule.cidr_ipv4 == null])
    error_message = "Servers, database or key take connections from addresses."
  }
  assert {
    condition     = aws_lb.hub[0].internal && aws_lb.hub[0].drop_invalid_header_fields && aws_lb.hub[0].enable_deletion_protection
    error_message = "The balancer is open to the internet unasked, passes what it cannot read, or goes by a slip."
  }
  assert {
    condition     = aws_lb_listener.https[0].protocol == "HTTPS" && startswith(aws_lb_listener.https[0].ssl_policy, "ELBSecurityPolicy-TLS13-1-2")
    error_message = "The balancer speaks without TLS 1.2 at least."
  }
  assert {
    condition     = anytrue([for one in aws_lb_listener_rule.no_metrics[0].condition : contains(one.path_pattern[0].values, "/metrics")]) && aws_lb_listener_rule.no_metrics[0].action[0].type == "fixed-response"
    error_message = "Metrics are shown to whoever asks."
  }
}
