#!/bin/sh
# The build is reached through the SSM agent, which Debian's image has not.
set -eu
curl --silent --show-error --fail --location --retry 5 --output /root/amazon-ssm-agent.deb '${url}'
echo '${sha256}  /root/amazon-ssm-agent.deb' | sha256sum --check
dpkg --install /root/amazon-ssm-agent.deb
systemctl enable --now amazon-ssm-agent.service
