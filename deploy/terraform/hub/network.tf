# A VPC of its own, where none was named: two zones, private subnets behind a NAT gateway.
locals {
  made            = var.network == null
  zones           = { for i in [0, 1] : tostring(i) => i if local.made }
  nat_zones       = { for key, i in local.zones : key => i if var.nat_per_zone || i == 0 }
  vpc_id          = local.made ? one(aws_vpc.made[*].id) : var.network.vpc_id
  private_subnets = local.made ? [for one in values(aws_subnet.private) : one.id] : var.network.private_subnet_ids
  public_subnets  = local.made ? [for one in values(aws_subnet.public) : one.id] : var.network.public_subnet_ids
}

data "aws_subnet" "private" {
  count = local.made ? 0 : length(var.network.private_subnet_ids)

  id = var.network.private_subnet_ids[count.index]
}

data "aws_availability_zones" "usable" {
  count = local.made ? 1 : 0

  state = "available"

  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

resource "aws_vpc" "made" {
  count = local.made ? 1 : 0

  cidr_block           = var.vpc_cidr
  enable_dns_support   = true
  enable_dns_hostnames = true
  tags                 = merge(local.tags, { Name = var.name })
}

# What nobody chose a group for talks to nobody.
resource "aws_default_security_group" "made" {
  count = local.made ? 1 : 0

  vpc_id = aws_vpc.made[0].id
}

resource "aws_subnet" "private" {
  for_each = local.zones

  vpc_id            = aws_vpc.made[0].id
  cidr_block        = cidrsubnet(var.vpc_cidr, 2, each.value)
  availability_zone = data.aws_availability_zones.usable[0].names[each.value]
  tags              = merge(local.tags, { Name = "${var.name}-private-${each.key}" })
}

resource "aws_subnet" "public" {
  for_each = local.zones

  vpc_id                  = aws_vpc.made[0].id
  cidr_block              = cidrsubnet(var.vpc_cidr, 2, each.value + 2)
  availability_zone       = data.aws_availability_zones.usable[0].names[each.value]
  map_public_ip_on_launch = false
  tags                    = merge(local.tags, { Name = "${var.name}-public-${each.key}" })
}

resource "aws_internet_gateway" "made" {
  count = local.made ? 1 : 0

  vpc_id = aws_vpc.made[0].id
  tags   = merge(local.tags, { Name = var.name })
}

resource "aws_eip" "nat" {
  for_each = local.nat_zones

  domain = "vpc"
  tags   = merge(local.tags, { Name = "${var.name}-nat-${each.key}" })

  depends_on = [aws_internet_gateway.made]
}

resource "aws_nat_gateway" "made" {
  for_each = local.nat_zones

  allocation_id = aws_eip.nat[each.key].id
  subnet_id     = aws_subnet.public[each.key].id
  tags          = merge(local.tags, { Name = "${var.name}-${each.key}" })
}

resource "aws_route_table" "public" {
  count = local.made ? 1 : 0

  vpc_id = aws_vpc.made[0].id
  tags   = merge(local.tags, { Name = "${var.name}-public" })
}

resource "aws_route" "public" {
  count = local.made ? 1 : 0

  route_table_id         = aws_route_table.public[0].id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.made[0].id
}

resource "aws_route_table_association" "public" {
  for_each = local.zones

  route_table_id = aws_route_table.public[0].id
  subnet_id      = aws_subnet.public[each.key].id
}

resource "aws_route_table" "private" {
  for_each = local.zones

  vpc_id = aws_vpc.made[0].id
  tags   = merge(local.tags, { Name = "${var.name}-private-${each.key}" })
}

resource "aws_route" "private" {
  for_each = local.zones

  route_table_id         = aws_route_table.private[each.key].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.made[var.nat_per_zone ? each.key : "0"].id
}

resource "aws_route_table_association" "private" {
  for_each = local.zones

  route_table_id = aws_route_table.private[each.key].id
  subnet_id      = aws_subnet.private[each.key].id
}
