# shellcheck shell=sh
# What the instance's metadata service says, by IMDSv2. The address is another one only in tests.

metadata_address=${AWS_EC2_METADATA_SERVICE_ENDPOINT:-http://169.254.169.254}
metadata_address=${metadata_address%/}

metadata_ask() {
  curl --silent --show-error --fail --noproxy '*' --max-time 3 "$@"
}

# metadata PATH: the answer, or a failure when there is none.
metadata() {
  metadata_token=$(metadata_ask --request PUT --header 'X-aws-ec2-metadata-token-ttl-seconds: 60' \
    "$metadata_address/latest/api/token") || return 1
  metadata_ask --header "X-aws-ec2-metadata-token: $metadata_token" \
    "$metadata_address/latest/meta-data/$1"
}

# metadata_tag KEY: the value of the instance's tag.
metadata_tag() {
  metadata "tags/instance/$1"
}
