"""The same with the Python SDK: pip install anthropic, then python ask_emulator.py [address]."""

import sys
import uuid

from anthropic import Anthropic

address = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:3000/api/emulator"
client = Anthropic(base_url=address, api_key=f"python-{uuid.uuid4()}")
words = "Read a file before you edit it. " * 200


def ask(now: str):
    return client.messages.create(
        model="claude-sonnet-5-5",
        max_tokens=100,
        system=[{"type": "text", "text": words, "cache_control": {"type": "ephemeral"}}],
        messages=[{"role": "user", "content": "Hello"}],
        extra_headers={"x-emulator-now": now},
    ).usage


first = ask("2026-11-21T12:00:00Z")
second = ask("2026-11-21T12:04:59Z")
late = ask("2026-11-21T12:09:59Z")
print(f"created {first.cache_creation_input_tokens}, read {second.cache_read_input_tokens},", end=" ")
print(f"read after another five minutes {late.cache_read_input_tokens}")
assert first.cache_creation_input_tokens > 0
assert second.cache_read_input_tokens == first.cache_creation_input_tokens
assert late.cache_read_input_tokens == 0

with client.messages.stream(
    model="claude-sonnet-5-5",
    max_tokens=100,
    messages=[{"role": "user", "content": "Hello"}],
    extra_headers={"x-emulator-reply": '[{"type":"text","text":"Scripted."}]'},
) as stream:
    assert "".join(stream.text_stream) == "Scripted."
