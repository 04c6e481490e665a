import { join } from 'node:path';
import { type Command, commandLine, STOP_WITHIN_S, type Service, type Supervisor } from './service.js';
import { xml } from './xml.js';

const LABEL = 'app.ordena.agent';

/** A launch agent of the person's own (launchd.plist(5)): started at login, again when it fails, not when it was stopped. */
const textOf = (service: Service): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key><string>${LABEL}</string>
  <key>ProgramArguments</key>
  <array>
${commandLine(service)
  .map((word) => `    <string>${xml(word)}</string>`)
  .join('\n')}
  </array>
  <key>RunAtLoad</key><true/>
  <key>KeepAlive</key><dict><key>SuccessfulExit</key><false/></dict>
  <key>ThrottleInterval</key><integer>10</integer>
  <key>ExitTimeOut</key><integer>${STOP_WITHIN_S}</integer>
  <key>ProcessType</key><string>Background</string>
  <key>StandardErrorPath</key><string>${xml(service.logFile)}</string>
</dict>
</plist>
`;

/** `user`: the number of the person whose session it belongs to. */
export const launchd = (service: Service, { home, user }: { home: string; user: number }): Supervisor => {
  const file = join(home, 'Library', 'LaunchAgents', `${LABEL}.plist`);
  const target = `gui/${user}/${LABEL}`;
  const out: Command = ['launchctl', 'bootout', target];
  return {
    name: 'launchd',
    file,
    text: textOf(service),
    encoding: 'utf8',
    install: [
      { run: out, mayFail: true },
      { run: ['launchctl', 'bootstrap', `gui/${user}`, file], withinS: STOP_WITHIN_S },
    ],
    start: [{ run: ['launchctl', 'kickstart', target] }],
    stop: [{ run: ['launchctl', 'kill', 'SIGTERM', target] }],
    status: ['launchctl', 'print', target],
    uninstall: [{ run: out }],
    hint: `macOS asks once for leave to see Desktop, Documents and Downloads: say yes for node. Its log: ${service.logFile}`,
  };
};
