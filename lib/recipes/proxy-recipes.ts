import { shellWord } from './quote.ts';
import { bareUrl, type Recipe, type RecipeValues } from './recipe.ts';

export function nginxRecipe(values: RecipeValues): Recipe {
  const { publicHost, tlsPort = 443 } = values;
  const { chain, key } = values.certificate ?? {
    chain: `/etc/letsencrypt/live/${publicHost}/fullchain.pem`,
    key: `/etc/letsencrypt/live/${publicHost}/privkey.pem`,
  };
  return {
    id: 'nginx',
    title: 'nginx with TLS',
    when: 'The server speaks plain http and is to be reached from elsewhere. Streams pass at once, and long silences while a prompt is computed do not end them.',
    files: [
      {
        name: 'llm.conf',
        text: [
          '# /etc/nginx/conf.d/llm.conf',
          'server {',
          `    listen ${tlsPort} ssl;`,
          `    server_name ${publicHost};`,
          `    ssl_certificate ${chain};`,
          `    ssl_certificate_key ${key};`,
          '    ssl_protocols TLSv1.2 TLSv1.3;',
          '',
          '    # Requests with pictures and long conversations.',
          '    client_max_body_size 33m;',
          '',
          '    location / {',
          `        proxy_pass ${bareUrl(values)};`,
          '        proxy_http_version 1.1;',
          '        proxy_set_header Host $host;',
          '        proxy_set_header Connection "";',
          '        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
          '        proxy_set_header X-Forwarded-Proto $scheme;',
          '',
          '        # Answers stream: nothing is collected, packed or given up on early.',
          '        proxy_buffering off;',
          '        proxy_request_buffering off;',
          '        gzip off;',
          '        proxy_read_timeout 600s;',
          '        proxy_send_timeout 600s;',
          '    }',
          '}',
          '',
        ].join('\n'),
      },
    ],
    check: [
      'nginx -t && nginx -s reload',
      `curl -sS -i ${shellWord(`https://${publicHost}${tlsPort === 443 ? '' : `:${tlsPort}`}/v1/models`)} | head -1`,
      '# “Check connection” says whether the answer streams through it.',
    ].join('\n'),
    warning: 'nginx asks for no key here: let the server behind it do so, or everyone who finds the name can use it.',
  };
}

const SCRIPT = `"""Takes the client's billing header out of the prompt, and prints the usage of each answer.

mitmdump -s strip_header.py --mode reverse:SERVER --listen-port 8088
"""
import json

from mitmproxy import ctx, http

PREFIX = "x-anthropic-billing-header"


def without_header(system):
    if isinstance(system, list):
        return [
            block
            for block in system
            if not (isinstance(block, dict) and str(block.get("text", "")).lstrip().startswith(PREFIX))
        ]
    if isinstance(system, str) and system.lstrip().startswith(PREFIX):
        return system.partition("\\n")[2]
    return system


def request(flow: http.HTTPFlow) -> None:
    if flow.request.method != "POST" or "/v1/messages" not in flow.request.path:
        return
    try:
        body = json.loads(flow.request.get_text() or "")
    except ValueError:
        return
    if not isinstance(body, dict) or "system" not in body:
        return
    system = without_header(body["system"])
    if system != body["system"]:
        body["system"] = system
        flow.request.text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
        ctx.log.info("billing header taken out")


def responseheaders(flow: http.HTTPFlow) -> None:
    # Streams pass as they come; the parts that tell the usage are printed on their way.
    if "text/event-stream" not in flow.response.headers.get("content-type", ""):
        return
    rest = b""

    def pass_on(data: bytes) -> bytes:
        nonlocal rest
        *lines, rest = (rest + data).split(b"\\n")
        for line in lines:
            if line.startswith(b"data:") and b'"usage"' in line:
                try:
                    event = json.loads(line[5:])
                except ValueError:
                    continue
                usage = event.get("usage") or (event.get("message") or {}).get("usage")
                ctx.log.info(f"usage {json.dumps(usage)}")
        return data

    flow.response.stream = pass_on
`;

export function mitmproxyRecipe(values: RecipeValues): Recipe {
  const url = bareUrl(values);
  return {
    id: 'mitmproxy',
    title: 'mitmproxy that takes the header out',
    when: 'The client cannot be changed, or you want to see what it sends. It also prints the usage of each streamed answer.',
    files: [
      { name: 'strip_header.py', text: SCRIPT.replace('SERVER', url) },
      {
        name: 'start.sh',
        text: [
          `mitmdump -s strip_header.py --mode ${shellWord(`reverse:${url}`)} --listen-host 127.0.0.1 --listen-port 8088`,
          '',
        ].join('\n'),
      },
    ],
    check: [
      'curl -sS http://127.0.0.1:8088/v1/messages -H "content-type: application/json" \\',
      `  -H "authorization: Bearer $ANTHROPIC_AUTH_TOKEN" -d ${shellWord(
        JSON.stringify({
          model: values.model,
          max_tokens: 16,
          stream: true,
          system: [{ type: 'text', text: 'x-anthropic-billing-header: cc_version=1; cch=00000;' }],
          messages: [{ role: 'user', content: 'Hello' }],
        }),
      )}`,
      '# mitmdump prints “billing header taken out”, and the usage.',
    ].join('\n'),
    warning: 'It sees keys and prompts: let it listen on this machine only, and do not keep its flows.',
  };
}
