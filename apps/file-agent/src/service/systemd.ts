import { join } from 'node:path';
import { commandLine, STOP_WITHIN_S, type Service, type Supervisor } from './service.js';

const UNIT = 'ordena-agent.service';

/**
 * A unit of the person's own systemd. Hardened as far as moving files allows: `ProtectSystem=strict` or a list of writable
 * folders would make mounts of the places, and a rename from one mount to another is a copy; V8 needs memory that is
 * written and run.
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
ProtectSystem=full
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectControlGroups=yes
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

const systemctl = (...args: string[]): readonly [string, ...string[]] => ['systemctl', '--user', ...args];

/** `configHome`: `$XDG_CONFIG_HOME`, or `.config` in the home. */
export const systemd = (service: Service, configHome: string): Supervisor => ({
  name: 'systemd',
  file: join(configHome, 'systemd', 'user', UNIT),
  text: textOf(service),
  encoding: 'utf8',
  install: [systemctl('daemon-reload'), systemctl('enable', '--now', UNIT)],
  start: systemctl('start', UNIT),
  stop: systemctl('stop', UNIT),
  status: systemctl('status', '--no-pager', UNIT),
  uninstall: [systemctl('disable', '--now', UNIT)],
  hint: 'It runs while you are logged in; `loginctl enable-linger` lets it run from the start of the PC. Its log: `journalctl --user -u ordena-agent`.',
});
