locals {
  port   = 4545
  public = var.balancer != null
  groups = merge(
    { server = "Sekisho's servers", database = "Its database: servers alone", keys = "Its signing key: servers alone" },
    local.public ? { balancer = "Its console and API" } : {},
  )
  # Who may connect to whom: [from, to, port].
  paths = merge(
    { database = ["server", "database", 5432], keys = ["server", "keys", 2049] },
    local.public ? { server = ["balancer", "server", local.port] } : {},
  )
}

resource "aws_security_group" "hub" {
  for_each = local.groups

  name_prefix = "${var.name}-${each.key}-" # another is made before one goes, and no two have one name
  description = each.value
  vpc_id      = local.vpc_id
  tags        = merge(local.tags, { Name = "${var.name}-${each.key}" })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "path" {
  for_each = local.paths

  security_group_id            = aws_security_group.hub[each.value[1]].id
  referenced_security_group_id = aws_security_group.hub[each.value[0]].id
  description                  = "From ${each.value[0]}"
  ip_protocol                  = "tcp"
  from_port                    = each.value[2]
  to_port                      = each.value[2]
}

resource "aws_vpc_security_group_egress_rule" "path" {
  for_each = local.paths

  security_group_id            = aws_security_group.hub[each.value[0]].id
  referenced_security_group_id = aws_security_group.hub[each.value[1]].id
  description                  = "To ${each.value[1]}"
  ip_protocol                  = "tcp"
  from_port                    = each.value[2]
  to_port                      = each.value[2]
}

# AWS, Slack, GitHub, the provider of logins: names, whose addresses change.
resource "aws_vpc_security_group_egress_rule" "out" {
  security_group_id = aws_security_group.hub["server"].id
  description       = "AWS, Slack and what sekisho.yaml names"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

# Only whom the caller names, and HTTPS alone.
resource "aws_vpc_security_group_ingress_rule" "people" {
  for_each = toset(try(var.balancer.allowed_cidrs, []))

  security_group_id = aws_security_group.hub["balancer"].id
  description       = "Console and API"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = each.value
}
