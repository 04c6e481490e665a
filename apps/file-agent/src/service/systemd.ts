import { join } from 'node:path';
import { type Command, commandLine, STOP_WITHIN_S, type Service, type Step, type Supervisor } from './service.js';

const UNIT = 'ordena-agent.service';

/**
 * A unit of the person's own systemd, hardened without a namespace of its own (docs/decisions/0017): what `Protect…=` and
 * `Private…=` would keep from it, a person's process may not do anyway, and where user namespaces are shut it would not
 * start. V8 needs memory that is written and run.
 */
const textOf = (service: Service): string => `[Unit]
Description=Ordena file agent
Documentation=https://www.freedesktop.org/software/systemd/man/systemd.exec.html
StartLimitIntervalSec=300
StartLimitBurst=10

[Service]
Type=exec
ExecStart=${commandLine(service).map(quoted).join(' ')}
Restart=on-failure
RestartSec=5
TimeoutStopSec=${STOP_WITHIN_S}
StandardOutput=null
MemoryHigh=384M
MemoryMax=768M
TasksMax=64
NoNewPrivileges=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallErrorNumber=EPERM

[Install]
WantedBy=default.target
`;

/** systemd.service(5), "Command lines": quotes and backslashes are escaped, `%` and `$` doubled. */
const quoted = (word: string): string =>
  `"${word.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%').replaceAll('$', '$$$$')}"`;

const systemctl = (...args: string[]): Command => ['systemctl', '--user', ...args];

/** Where it failed too often it is left alone until somebody says that the cause is gone: who starts it does. */
const FORGIVEN: Step = { run: systemctl('reset-failed', UNIT), mayFail: true };

/** `configHome`: `$XDG_CONFIG_HOME`, or `.config` in the home. */
export const systemd = (service: Service, configHome: string): Supervisor => ({
  name: 'systemd',
  file: join(configHome, 'systemd', 'user', UNIT),
  text: textOf(service),
  encoding: 'utf8',
  install: [
    { run: systemctl('daemon-reload') },
    { run: systemctl('enable', UNIT) },
    FORGIVEN,
    { run: systemctl('restart', UNIT) },
  ],
  start: [FORGIVEN, { run: systemctl('start', UNIT) }],
  stop: [{ run: systemctl('stop', UNIT) }],
  status: systemctl('status', '--no-pager', UNIT),
  uninstall: [{ run: systemctl('disable', '--now', UNIT) }],
  hint: 'It runs while you are logged in; `loginctl enable-linger` lets it run from the start of the PC. Its log: `journalctl --user -u ordena-agent`.',
});
