/** What each command of docs/operations.md must answer; keyed by the command as it is written there. */
export const EXPECTED: Readonly<Record<string, readonly RegExp[]>> = {
  'nats context save ordena --server "$NATS_URL" --creds "$OPS_KEY" --inbox-prefix _INBOX_ops --js-api-prefix ordena.kept --select':
    [/Credentials: .*ops\.creds/, /Inbox Prefix: _INBOX_ops/, /Connection: OK/],
  'nats server check connection': [/^OK Connection/],
  'nats micro ls': [/file-agent/, /pc1-/, /planner/, /gateway/],
  'nats micro ping': [/file-agent pc1-.*rtt=/, /planner .*rtt=/, /gateway .*rtt=/],
  'nats micro info file-agent': [
    /machine: pc1/,
    /containment: (kernel|detect)/,
    /places: .*desktop/,
    /ordena\.agent\.pc1\.commit/,
  ],
  'nats micro info planner': [/rung: embedded/, /ordena\.planner\.chat/],
  'curl -s "$ORDENA_URL/health"': [/"status":"ok"/, /"rung":"embedded"/],
  'curl -s "$ORDENA_URL/health/ready"': [/"status":"ready"/, /"machine":true/],
  'nats micro stats file-agent': [/pc1-/, /find +│ \d+ /, /commit +│ \d+ /],
  'curl -s -H "authorization: Bearer $ORDENA_TOKEN" "$ORDENA_URL/metrics"': [
    /ordena_machines\{.*\} 1/,
    /ordena_http_seconds_bucket/,
    /ordena_bus_seconds_count/,
  ],
  "nats sub 'ordena.event.>'": [
    /ordena\.event\.pc1\.planned/,
    /ordena\.event\.pc1\.approved/,
    /ordena\.event\.pc1\.committed/,
    /ordena\.event\.pc1\.undone/,
    /ordena\.event\.pc1\.refused/,
    /"kind":"committed",.*"planId":"p-[^"]+",.*"by":"[^"]+","done":[1-9]\d*,"total":[1-9]\d*,"failed":0,.*"machine":"pc1"/,
    /"kind":"undone",.*"by":"[^"]+","done":[1-9]/,
    /"kind":"refused","operation":"read","code":"NOT_FOUND"/,
  ],
  'curl -s -H "authorization: Bearer $ORDENA_TOKEN" "$ORDENA_URL/v1/machines/enrolments"': [
    /^\{"machines":\[\{"machine":"pc9","displayName":"a PC","enrolledAt":"[^"]+"\}\]\}$/,
  ],
  'curl -s -H "authorization: Bearer $ORDENA_TOKEN" -X DELETE "$ORDENA_URL/v1/machines/pc9"': [
    /^\{"machine":"pc9","revoked":true\}$/,
  ],
  'node dist/apps/start/src/main.js bus "$BUS_FOLDER" pc1': [/^keys and server configuration for pc1 are in .*bus\n$/],
  'nats-server -t -c "$BUS_FOLDER/server/server.conf"': [/is valid/],
  'nats stream info ordena-events': [
    /Messages: \d+/,
    /Maximum Age: 90d/,
    /Maximum Bytes: 128 MiB/,
    /First Sequence: 1/,
  ],
  "nats stream get ordena-events -S 'ordena.event.pc1.committed'": [/"kind":"committed"/, /"machine":"pc1"/],
  "nats req ordena.agent.pc1.places '{}'": [/"name":"desktop"/],
  'nats req ordena.agent.pc1.find \'{"in":"desktop"}\'': [/"in":"desktop"/, /"entries":\[/],
  'nats req ordena.agent.pc1.find \'{"in":"nowhere"}\'': [/Nats-Service-Error-Code: 404/, /UNKNOWN_PLACE/],
  'nats req ordena.agent.pc1.history \'{"limit":5}\'': [/"operation":"move"/, /"done":\d/],
  // Before nats-server 2.10 "nobody listens" does not cross accounts, and the CLI waits for its time to pass.
  "nats req ordena.agent.pc9.find '{}' --timeout 1s": [/No responders|pc9\.find"\s*$/],
  "nats req ordena.agent.pc1.commit '{}' --timeout 1s": [
    /Permissions Violation for Publish to "ordena\.agent\.pc1\.commit"/,
  ],
};

/** Those that go on until somebody stops them. */
export const FOLLOWED: readonly string[] = ['nats micro ping', "nats sub 'ordena.event.>'"];
