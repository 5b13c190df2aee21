packer {
  required_version = ">= 1.11.0"

  required_plugins {
    amazon = {
      source  = "github.com/hashicorp/amazon"
      version = ">= 1.8.1, < 2.0.0"
    }
    ansible = {
      source  = "github.com/hashicorp/ansible"
      version = ">= 1.1.2, < 2.0.0"
    }
    docker = {
      source  = "github.com/hashicorp/docker"
      version = ">= 1.1.1, < 2.0.0"
    }
  }
}

locals {
  built_at  = timestamp()
  name      = "sekisho-ops-server-${formatdate("YYYYMMDD-hhmmss", local.built_at)}"
  playbook  = "${path.root}/../ansible/playbook.yml"
  agent_url = "https://s3.${var.region}.amazonaws.com/amazon-ssm-${var.region}/${var.ssm_agent_version}/debian_amd64/amazon-ssm-agent.deb"
  tags = {
    Name                     = local.name
    "sekisho:image"          = "ops-server"
    "sekisho:image-revision" = var.revision
    "sekisho:image-base"     = "{{ .SourceAMIName }}"
  }
  # docs/iam/image-build.json lets the build touch what bears the second of these, and nothing else.
  run_tags = {
    Name                  = "build of ${local.name}"
    "sekisho:image-build" = "ops-server"
  }
}

source "amazon-ebs" "machine" {
  region        = var.region
  subnet_id     = var.subnet_id
  instance_type = "t3.small"

  source_ami_filter {
    # Debian's own account: https://wiki.debian.org/Cloud/AmazonEC2Image
    owners      = ["136693071363"]
    most_recent = true
    filters = {
      name                = "debian-12-amd64-*"
      architecture        = "x86_64"
      root-device-type    = "ebs"
      virtualization-type = "hvm"
    }
  }

  # Session Manager carries SSH: the temporary security group has no inbound rule.
  communicator                = "ssh"
  ssh_interface               = "session_manager"
  ssh_username                = "admin"
  temporary_key_pair_type     = "ed25519"
  ssh_clear_authorized_keys   = true
  ssh_timeout                 = "15m"
  associate_public_ip_address = false
  iam_instance_profile        = var.instance_profile

  # Debian's image has no SSM agent, without which nobody reaches the build.
  user_data = templatefile("${path.root}/first-boot.sh.pkrtpl.hcl", {
    url    = local.agent_url
    sha256 = var.ssm_agent_sha256
  })

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  launch_block_device_mappings {
    device_name           = "/dev/xvda"
    volume_type           = "gp3"
    volume_size           = 12
    encrypted             = true
    kms_key_id            = var.kms_key_id
    delete_on_termination = true
  }

  ami_name        = local.name
  ami_description = "Ops server that Sekisho lends by the hour"
  imds_support    = "v2.0"
  encrypt_boot    = true
  kms_key_id      = var.kms_key_id
  deprecate_at    = timeadd(local.built_at, var.deprecate_after)
  tags            = local.tags
  snapshot_tags   = local.tags
  run_tags        = local.run_tags
  run_volume_tags = local.run_tags
}

source "docker" "container" {
  image   = "debian:bookworm-slim"
  commit  = true
  changes = ["USER holder", "WORKDIR /home/holder", "CMD [\"sleep\", \"infinity\"]"]
}

build {
  sources = ["source.amazon-ebs.machine", "source.docker.container"]

  provisioner "shell" {
    only   = ["docker.container"]
    inline = ["apt-get update", "apt-get install --yes --no-install-recommends python3 python3-apt"]
  }

  provisioner "ansible" {
    only          = ["amazon-ebs.machine"]
    playbook_file = local.playbook
    user          = "admin"
    use_proxy     = false
    extra_arguments = [
      "--extra-vars", jsonencode({
        ops_server_ssm_agent         = "install"
        ops_server_ssm_agent_version = var.ssm_agent_version
        ops_server_ssm_agent_sha256  = var.ssm_agent_sha256
        ops_server_ssm_agent_url     = local.agent_url
        ops_server_log_group         = var.log_group
      })
    ]
  }

  provisioner "ansible" {
    only          = ["docker.container"]
    playbook_file = local.playbook
    user          = "root"
    extra_arguments = [
      "--extra-vars", jsonencode({ ops_server_kind = "container" })
    ]
  }

  provisioner "shell" {
    only            = ["amazon-ebs.machine"]
    script          = "${path.root}/packages.sh"
    execute_command = "sh '{{ .Path }}' > /tmp/packages.txt"
  }

  provisioner "file" {
    only        = ["amazon-ebs.machine"]
    direction   = "download"
    source      = "/tmp/packages.txt"
    destination = "packages.txt"
  }

  # Last, because it takes away what the build came in by.
  provisioner "shell" {
    only            = ["amazon-ebs.machine"]
    script          = "${path.root}/leave.sh"
    execute_command = "sudo sh '{{ .Path }}'"
    skip_clean      = true
  }

  post-processor "docker-tag" {
    only       = ["docker.container"]
    repository = var.container_repository
    tags       = [formatdate("YYYYMMDD-hhmmss", local.built_at)]
  }

  post-processor "manifest" {
    output     = "ops-server.manifest.json"
    strip_path = true
    custom_data = {
      revision  = var.revision
      ssm_agent = var.ssm_agent_version
    }
  }
}
