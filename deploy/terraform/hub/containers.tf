locals {
  database_secret = aws_db_instance.hub.master_user_secret[0].secret_arn
  files           = merge(var.config_files, { "database-ca.pem" = var.database_ca })
  folder          = "/etc/sekisho"
  node            = "/nodejs/bin/node" # of deploy/docker/Dockerfile, whose user is 65532
  settings = {
    AWS_REGION              = local.region
    SEKISHO_CONFIG          = "${local.folder}/sekisho.yaml"
    SEKISHO_DATA            = "/data"
    SEKISHO_HOST            = "0.0.0.0"
    SEKISHO_PORT            = tostring(local.port)
    SEKISHO_TRUSTED_PROXIES = local.public ? join(",", local.trusted_cidrs) : ""
    SEKISHO_DATABASE_URL    = "postgres://sekisho@${aws_db_instance.hub.address}:5432/sekisho?sslmode=verify-full&sslrootcert=${local.folder}/database-ca.pem"
  }
  secrets = merge(
    { for name, secret in aws_secretsmanager_secret.variable : name => secret.arn },
    { PGPASSWORD = "${local.database_secret}:password::" },
  )
  log = {
    logDriver = "awslogs"
    options = {
      awslogs-group  = aws_cloudwatch_log_group.hub["server"].name
      awslogs-region = local.region
    }
  }
  mounts = {
    files = { sourceVolume = "files", containerPath = local.folder }
    scrap = { sourceVolume = "scrap", containerPath = "/tmp" }
    data  = { sourceVolume = "data", containerPath = "/data" }
  }

  # Fargate's volumes belong to root. This writes the files, opens /tmp to the server's user, and ends.
  prepare = <<-JS
    const fs = require('fs'), path = require('path'), zlib = require('zlib');
    const files = JSON.parse(zlib.gunzipSync(Buffer.from(process.env.FILES, 'base64')));
    for (const [name, text] of Object.entries(files)) {
      const file = path.join('${local.folder}', name);
      fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o755 });
      fs.writeFileSync(file, text, { mode: 0o644 });
    }
    fs.chmodSync('/tmp', 0o1777);
  JS
  healthy = "fetch('http://127.0.0.1:${local.port}/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
  preparing = {
    name                   = "prepare"
    image                  = var.image
    essential              = false
    user                   = "0"
    readonlyRootFilesystem = true
    entryPoint             = [local.node]
    command                = ["-e", local.prepare]
    environment = [
      { name = "FILES", value = base64gzip(jsonencode(local.files)) },
      # Else root makes the cache's folder in /tmp, and the server's user could keep nothing there.
      { name = "NODE_DISABLE_COMPILE_CACHE", value = "1" },
    ]
    mountPoints      = [for one in [local.mounts.files, local.mounts.scrap] : merge(one, { readOnly = false })]
    logConfiguration = merge(local.log, { options = merge(local.log.options, { awslogs-stream-prefix = "prepare" }) })
  }
}
