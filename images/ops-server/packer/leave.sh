#!/bin/sh
# Takes away what only the build needs: the SSH server where the role masked it, the account that came in, every
# key, and what makes one server look like another.
set -eu
export DEBIAN_FRONTEND=noninteractive

if [ -L /etc/systemd/system/ssh.service ]; then
  apt-get purge --quiet --yes openssh-server
fi
rm -f /etc/ssh/ssh_host_* /root/.ssh/authorized_keys /root/amazon-ssm-agent.deb /var/cache/amazon-ssm-agent.deb
rm -f /etc/sudoers.d/90-cloud-init-users
rm -rf /var/lib/amazon/ssm/* /var/log/amazon
apt-get clean
cloud-init clean --logs --machine-id
userdel --force --remove admin
