#!/bin/sh
# Makes the certificates of the tests anew, valid for 100 years but for the expired one. Needs OpenSSL.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
from=20200101000000Z
until=21200101000000Z

cat > "$work/settings" <<END
[authority]
basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign,cRLSign
subjectKeyIdentifier=hash
[server]
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=serverAuth
subjectAltName=\$ENV::NAMES
[both]
basicConstraints=critical,CA:TRUE
subjectAltName=\$ENV::NAMES
[ca]
default_ca=default
[default]
new_certs_dir=$work
database=$work/index
rand_serial=yes
unique_subject=no
default_md=sha256
policy=any
[any]
commonName=supplied
[req]
distinguished_name=empty
[empty]
END
: > "$work/index"

# key FILE
key() {
  openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt -out "$1"
}

# sign KEY NAME FROM UNTIL OPTION…
sign() {
  key=$1 name=$2 start=$3 end=$4
  shift 4
  openssl req -new -config "$work/settings" -key "$key" -subj "/CN=$name" -out "$work/request"
  openssl ca -batch -notext -config "$work/settings" -in "$work/request" \
    -startdate "$start" -enddate "$end" "$@"
}

# authority FILE NAME; its key is thrown away
authority() {
  key "$work/$1.key"
  NAMES='' sign "$work/$1.key" "$2" "$from" "$until" -extensions authority \
    -selfsign -keyfile "$work/$1.key" -out "$1.pem"
}

# certificate FILE AUTHORITY NAMES UNTIL
certificate() {
  key "$1.key"
  NAMES=$3 sign "$1.key" "chung test" "$from" "$4" -extensions server \
    -cert "$2.pem" -keyfile "$work/$2.key" -out "$1.pem"
}

here=DNS:localhost,IP:127.0.0.1,IP:::1
export NAMES=$here
authority ca "Chung test authority"
authority other_ca "Another test authority"
certificate server ca "$here" "$until"
certificate renewed ca "$here" "$until"
certificate other_name ca DNS:chung.example.org "$until"
certificate expired ca "$here" 20200102000000Z
certificate other_authority other_ca "$here" "$until"

# What openssl makes in one step: an authority and a server in one, which no client should take for a server.
key both.key
sign both.key "both in one" "$from" "$until" -extensions both -selfsign -keyfile both.key -out both.pem
chmod 644 ./*.key
