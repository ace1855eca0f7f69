#!/bin/sh
# Asks the emulator the same twice, within five minutes by its clock, and fails unless the second reads what the first created.
# Usage: ask-emulator.sh [address], by default http://localhost:3000/api/emulator
set -eu
address=${1:-http://localhost:3000/api/emulator}
key="curl-$$-$(date +%s)"
words=$(yes 'Read a file before you edit it.' | head -n 200 | tr '\n' ' ')

ask() {
  curl -fsS "$address/v1/messages" \
    -H "x-api-key: $key" -H 'anthropic-version: 2023-06-01' -H 'content-type: application/json' \
    -H "x-emulator-now: $1" \
    -d "{\"model\":\"claude-sonnet-5-5\",\"max_tokens\":100,
         \"system\":[{\"type\":\"text\",\"text\":\"$words\",\"cache_control\":{\"type\":\"ephemeral\"}}],
         \"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}"
}
field() { sed -n "s/.*\"$1\":\([0-9]*\).*/\1/p"; }

created=$(ask 2026-11-21T12:00:00Z | field cache_creation_input_tokens)
read=$(ask 2026-11-21T12:04:59Z | field cache_read_input_tokens)
late=$(ask 2026-11-21T12:09:59Z | field cache_read_input_tokens)
echo "created $created, read $read, read after another five minutes $late"
[ "$created" -gt 0 ] && [ "$read" -eq "$created" ] && [ "$late" -eq 0 ]
