import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const SYSTEMD = '/lib/systemd/systemd';
const RUN = '/run/user/0';
/** `/run` of its own, so that nothing of this PC is touched; a process tree of its own, so that all of it ends with it. */
const ALONE = ['-m', '-p', '-f', '--mount-proc', '--kill-child', '--propagation', 'private'];
const START = `
mount -t tmpfs tmpfs /run || exit 1
mkdir -p /run/systemd/system ${RUN} && chmod 700 ${RUN}
dbus-daemon --session --address=unix:path=${RUN}/bus --nofork --nopidfile &
${SYSTEMD} --user &
wait
`;

/** Why a real one cannot be had here; undefined: it can. */
export const noSystemd = (): string | undefined => {
  if (process.getuid?.() !== 0) return 'that takes root';
  const missing = [SYSTEMD, '/usr/bin/dbus-daemon', '/usr/bin/nsenter'].find((file) => !existsSync(file));
  if (missing !== undefined) return `there is no ${missing}`;
  return spawnSync('unshare', [...ALONE, 'true']).status === 0 ? undefined : 'no namespaces here';
};

/** A person's own systemd, a real one, in a world of its own. */
export class OwnSystemd {
  private constructor(
    private readonly outside: ChildProcess,
    private readonly pid: number,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  static async start(home: string): Promise<OwnSystemd> {
    const env = { PATH: process.env['PATH'], HOME: home, XDG_RUNTIME_DIR: RUN };
    const outside = spawn('unshare', [...ALONE, 'sh', '-c', START], { env, stdio: 'ignore' });
    const systemd = new OwnSystemd(outside, await childOf(outside.pid ?? 0), env);
    while (!/^(running|degraded)$/m.test(systemd.run('systemctl', ['--user', 'is-system-running']).said))
      await sleep(100);
    return systemd;
  }

  /** A program beside it, as from that person's terminal. */
  run(program: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): { code: number | null; said: string } {
    const env = { ...this.env, ...more };
    const { status, stdout, stderr } = spawnSync('nsenter', ['-t', `${this.pid}`, '-m', '-p', program, ...args], {
      encoding: 'utf8',
      env,
    });
    return { code: status, said: stdout + stderr };
  }

  async close(): Promise<void> {
    const gone = new Promise((done) => this.outside.once('exit', done));
    process.kill(this.pid, 'SIGKILL');
    await gone;
  }
}

const childOf = async (pid: number): Promise<number> => {
  for (;;) {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    if (text !== '') return Number(text);
    await sleep(20);
  }
};
