#!/bin/sh
# Say it, look at the plan, say yes, put it back. Usage: ordena.sh http://127.0.0.1:3000 TOKEN
set -eu
url=$1
token=$2

post() { # post <path> <json>
  curl --silent --show-error --fail-with-body --request POST "$url$1" \
    --header "authorization: Bearer $token" --header 'content-type: application/json' --data "$2"
  echo
}
first() { # first <field>: its first value in the JSON on standard input
  grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4
}

answer=$(post /v1/chat '{"message":"mueve todos los archivos del escritorio a una carpeta llamada curl","mode":"ask"}')
plan=$(printf '%s' "$answer" | first planId)
[ -n "$plan" ] || { printf '%s' "$answer" | first reply; exit 1; } # nothing to move, or a question
printf '%s' "$answer" | first preview

post "/v1/plans/$plan/approve" '{}' | first reply
post "/v1/plans/$plan/undo" '{}' | first reply
