import { join } from 'node:path';
import { type Command, commandLine, type Service, type Step, type Supervisor } from './service.js';
import { xml } from './xml.js';

const TASK = 'Ordena agent';

/** One word of a command line as CommandLineToArgvW reads it back. */
const quoted = (word: string): string => `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`;

/**
 * A task that starts at logon, as its person and with no more rights (Task Scheduler schema 1.4): a service of Windows
 * would run as somebody else, who has no desktop.
 */
const textOf = (service: Service): string => {
  const [node = '', ...args] = commandLine(service);
  return `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.4" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Description>Ordena file agent</Description></RegistrationInfo>
  <Triggers><LogonTrigger><Enabled>true</Enabled></LogonTrigger></Triggers>
  <Principals>
    <Principal id="Author"><LogonType>InteractiveToken</LogonType><RunLevel>LeastPrivilege</RunLevel></Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <Hidden>true</Hidden>
    <RestartOnFailure><Interval>PT1M</Interval><Count>999</Count></RestartOnFailure>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>${xml(node)}</Command>
      <Arguments>${xml(args.map(quoted).join(' '))}</Arguments>
    </Exec>
  </Actions>
</Task>
`;
};

export const windowsTask = (service: Service, stateFolder: string): Supervisor => {
  const file = join(stateFolder, 'ordena-agent.xml');
  const end: Command = ['schtasks', '/End', '/TN', TASK];
  /** A task that is made anew or deleted leaves its program running. */
  const ended: Step = { run: end, mayFail: true };
  return {
    name: 'Task Scheduler',
    file,
    text: textOf(service),
    encoding: 'utf16le',
    install: [
      ended,
      { run: ['schtasks', '/Create', '/TN', TASK, '/XML', file, '/F'] },
      { run: ['schtasks', '/Run', '/TN', TASK] },
    ],
    start: [{ run: ['schtasks', '/Run', '/TN', TASK] }],
    stop: [{ run: end }],
    status: ['schtasks', '/Query', '/TN', TASK, '/V', '/FO', 'LIST'],
    uninstall: [ended, { run: ['schtasks', '/Delete', '/TN', TASK, '/F'] }],
    hint: 'Stopping ends it at once; the journal finishes at the next start what was under way.',
  };
};
