#!/bin/sh
# What is in the image, for whoever compares it with the one before or with a server that booted from it: without what
# leave.sh takes away at the end, when nobody can fetch a list any more.
set -eu

leaving=${1-openssh-server}
[ -L /etc/systemd/system/ssh.service ] || leaving=

{
  # Others may hang on it; apt says which.
  [ -z "$leaving" ] || apt-get --simulate --quiet purge "$leaving" | awk '$1 == "Purg" || $1 == "Remv" { print "leaves", $2 }'
  dpkg-query --show
} | awk '$1 == "leaves" { gone[$2] = 1; next } { name = $1; sub(/:.*/, "", name) } !(name in gone)'
