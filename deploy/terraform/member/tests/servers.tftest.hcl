# What an account with ops servers gets. The provider is mocked: nothing here asks AWS.
mock_provider "aws" {
  override_during = plan
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws", dns_suffix = "amazonaws.com" }
  }
  mock_data "aws_region" {
    defaults = { region = "ap-northeast-1" }
  }
  mock_data "aws_subnet" {
    defaults = { vpc_id = "vpc-0123456789abcdef0" }
  }
  mock_data "aws_vpc" {
    defaults = { cidr_block = "10.20.0.0/16" }
  }
  mock_resource "aws_launch_template" {
    defaults = { id = "lt-0123456789abcdef0" }
  }
  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:ap-northeast-1:111122223333:key/logs" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::111122223333:role/mocked" }
  }
}

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

run "servers" {
  command = plan
  assert {
    condition     = aws_launch_template.environment["staging"].metadata_options[0].http_tokens == "required"
    error_message = "IMDSv2 is not required."
  }
  assert {
    condition     = aws_launch_template.environment["staging"].metadata_options[0].instance_metadata_tags == "enabled"
    error_message = "The server cannot read its tags, so neither its holder nor its end."
  }
  assert {
    condition     = aws_launch_template.environment["staging"].metadata_options[0].http_put_response_hop_limit == 1
    error_message = "Containers on the server reach the metadata service."
  }
  assert {
    condition     = aws_launch_template.environment["staging"].instance_initiated_shutdown_behavior == "terminate"
    error_message = "A server that shuts itself down at its hard maximum would only stop."
  }
  assert {
    condition     = alltrue([for one in aws_launch_template.environment["staging"].block_device_mappings : tobool(one.ebs[0].encrypted) && tobool(one.ebs[0].delete_on_termination)])
    error_message = "A volume is in clear, or outlives its server."
  }
  assert {
    condition     = !tobool(aws_launch_template.environment["staging"].network_interfaces[0].associate_public_ip_address)
    error_message = "A server has a public address."
  }
  assert {
    condition     = aws_launch_template.environment["staging"].image_id == "resolve:ssm:/sekisho/images/ops-server/current"
    error_message = "The template does not take the pipeline's image."
  }
  assert {
    condition     = toset(keys(aws_iam_policy.image)) == toset(["promote", "publish"])
    error_message = "Who builds may promote, or somebody inspects where there is no canary."
  }
  assert {
    condition     = aws_launch_template.environment["staging"].key_name == null && aws_launch_template.environment["staging"].user_data == null
    error_message = "A key or user data stands in the template."
  }
  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_egress_rule.listed : contains([80, 443], rule.from_port) && rule.from_port == rule.to_port])
    error_message = "Servers reach the internet by more than two ports."
  }
  assert {
    condition     = aws_vpc_security_group_egress_rule.own_network["staging"].cidr_ipv4 == "10.20.0.0/16"
    error_message = "Servers do not reach their own VPC, or more than that."
  }
}

run "roles" {
  command = plan
  assert {
    condition     = jsondecode(aws_iam_role.sekisho[0].assume_role_policy).Statement[0].Principal.AWS == var.hub_role_arn
    error_message = "Somebody other than the hub's role may take Sekisho's role."
  }
  assert {
    condition     = jsondecode(aws_iam_role.sekisho[0].assume_role_policy).Statement[0].Condition.StringEquals["sts:ExternalId"] == var.external_id
    error_message = "The role is lent without the external id."
  }
  assert {
    condition     = jsondecode(aws_iam_role.scheduler[0].assume_role_policy).Statement[0].Condition.StringEquals["aws:SourceAccount"] == "111122223333"
    error_message = "Schedules of other accounts may take the scheduler's role."
  }
  assert {
    condition     = jsondecode(aws_iam_role.server[0].assume_role_policy).Statement[0].Principal.Service == "ec2.amazonaws.com"
    error_message = "Something other than EC2 takes the servers' role."
  }
  assert {
    condition     = strcontains(aws_iam_role_policy.sekisho["ops-servers"].policy, "arn:aws:ec2:ap-northeast-1:111122223333:launch-template/lt-0123456789abcdef0")
    error_message = "The policy does not name the template."
  }
  assert {
    condition     = strcontains(aws_iam_policy.holder[0].policy, "$${aws:PrincipalTag/sekisho:holder}")
    error_message = "What AWS replaces in a policy was replaced by Terraform."
  }
  assert {
    condition     = alltrue([for one in aws_iam_role_policy.recordings_key : jsondecode(one.policy).Statement[0].Condition.StringEquals["kms:ViaService"] == "s3.us-east-1.amazonaws.com"]) && aws_iam_role_policy.recordings_key["server"].role == "sekisho-ops-server"
    error_message = "The key serves more than uploads to the bucket."
  }
  assert {
    condition     = keys(aws_iam_role_policy.sekisho) == ["doctor", "ops-recordings", "ops-servers"] && length(aws_iam_role.look) == 0
    error_message = "Something is lent that was not asked for."
  }
  assert {
    condition     = sum([for one in concat(values(aws_iam_role_policy.sekisho), values(aws_iam_role_policy.recordings_key)) : length(one.policy)]) <= 10240
    error_message = "The role's own policies are longer than IAM takes."
  }
}

run "recording" {
  command = plan
  assert {
    condition     = jsondecode(aws_ssm_document.shell[0].content).inputs.s3BucketName == "example-sekisho-recordings"
    error_message = "Shells are not recorded in the hub's bucket."
  }
  assert {
    condition     = jsondecode(aws_ssm_document.shell[0].content).inputs.s3KeyPrefix == "sessions/111122223333"
    error_message = "Recordings are where no policy lets servers write."
  }
  assert {
    condition     = jsondecode(aws_ssm_document.shell[0].content).inputs.runAsEnabled && jsondecode(aws_ssm_document.shell[0].content).inputs.runAsDefaultUser == ""
    error_message = "Shells run as somebody else than their holder."
  }
  assert {
    condition     = alltrue([for group in aws_cloudwatch_log_group.servers : group.kms_key_id != null && group.skip_destroy])
    error_message = "A log is in clear, or goes with the module."
  }
  assert {
    condition     = keys(aws_cloudwatch_log_group.servers) == ["/sekisho/ops-servers", "/sekisho/sessions"] && jsondecode(aws_ssm_document.shell[0].content).inputs.cloudWatchLogGroupName == "/sekisho/sessions"
    error_message = "Image and Session Manager write to other groups."
  }
  assert {
    condition     = keys(jsondecode(aws_ssm_document.terminate[0].content).parameters) == ["AutomationAssumeRole", "Installation", "Lease"]
    error_message = "Dead-man's switches start a document of other parameters."
  }
}

run "forwarding" {
  command = plan
  variables {
    forward_hosts = ["*.rds.amazonaws.com", "10.1.2.3"]
  }
  assert {
    condition     = can(regex(jsondecode(aws_ssm_document.forward[0].content).parameters.host.allowedPattern, "db.abc.rds.amazonaws.com"))
    error_message = "A listed host is refused."
  }
  assert {
    condition     = alltrue([for host in ["169.254.169.254", "rds.amazonaws.com.evil.example", "10.1.2.34", "10x1x2x3"] : !can(regex(jsondecode(aws_ssm_document.forward[0].content).parameters.host.allowedPattern, host))])
    error_message = "A host that is not listed is taken."
  }
}

run "five_environments" {
  command = plan
  variables {
    environments = { for name in ["a", "b", "c", "d", "e"] : name => { subnet_id = "subnet-0123456789abcdef0" } }
    ci           = { broker_roles = ["infra-apply"], window_roles = ["infra-apply-window"] }
  }
  assert {
    condition     = length(aws_launch_template.environment) == 5
    error_message = "An environment has no template."
  }
}

run "canary" {
  command = plan
  variables {
    environments = { canary = { subnet_id = "subnet-0123456789abcdef0", image = "candidate" } }
  }
  assert {
    condition     = aws_launch_template.environment["canary"].image_id == "resolve:ssm:/sekisho/images/ops-server/candidate"
    error_message = "The canary does not try the candidate."
  }
  assert {
    condition     = jsondecode(aws_iam_policy.image["inspect"].policy).Statement[1].Condition.StringEquals["aws:ResourceTag/sekisho:environment"] == ["canary"]
    error_message = "Whoever inspects reads of other servers than canaries."
  }
}

run "build" {
  command = plan
  variables {
    image_build = { subnet_id = "subnet-0123456789abcdef1" }
  }
  assert {
    condition     = toset(keys(aws_iam_policy.image)) == toset(["build", "promote", "publish"])
    error_message = "Whoever builds has no policy."
  }
  assert {
    condition     = strcontains(aws_iam_policy.image["build"].policy, ":subnet/subnet-0123456789abcdef1\"") && strcontains(aws_iam_policy.image["build"].policy, ":role/sekisho-image-build\"")
    error_message = "The build launches elsewhere, or passes another role."
  }
}
