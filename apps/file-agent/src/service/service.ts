/** What a system's own supervisor needs to know to run the agent: worked out on the PC, never asked for on the wire. */
export interface Service {
  /** Node, and the agent's program; absolute paths. */
  readonly node: string;
  readonly program: string;
  /** Settings of the agent, one per line, readable by its owner only. */
  readonly settingsFile: string;
  readonly logFile: string;
}

export type Command = readonly [program: string, ...args: string[]];

export interface Step {
  readonly run: Command;
  /** It ends what may not be there. */
  readonly mayFail?: true;
  /** What was there before may still be on its way out: tried again for so long. */
  readonly withinS?: number;
}

/** How one system keeps a program running for a person. Pure text: who writes and runs it is somewhere else. */
export interface Supervisor {
  readonly name: string;
  /** The service file: where it lies and what it says. */
  readonly file: string;
  readonly text: string;
  /** How the file is written: Windows reads its task files as UTF-16 only. */
  readonly encoding: 'utf8' | 'utf16le';
  /** Also where it is installed and runs: it then runs anew, by the file and the settings as they are now. */
  readonly install: readonly Step[];
  readonly start: readonly Step[];
  readonly stop: readonly Step[];
  readonly status: Command;
  readonly uninstall: readonly Step[];
  /** What a person may want to do besides. */
  readonly hint: string;
}

/** Longer than a drain takes, so that work in flight is answered before anybody loses patience. */
export const STOP_WITHIN_S = 45;

/** What the supervisor starts. */
export const commandLine = ({ node, program, settingsFile }: Service): string[] => [
  node,
  `--env-file=${settingsFile}`,
  program,
  'run',
];
