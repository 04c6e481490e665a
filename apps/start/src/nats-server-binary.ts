import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, chmod, constants, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { NATS_RELEASES, NATS_VERSION, releaseUrl } from './nats-releases.js';

/** Finds a nats-server, or gets one: PATH → cache → official release → `go install` → `apt-get` as root. */

const run = promisify(execFile);
const DOWNLOAD_TIMEOUT_MS = 60_000;
const INSTALL_TIMEOUT_MS = 300_000;
const EXECUTABLE = process.platform === 'win32' ? 'nats-server.exe' : 'nats-server';

export interface Seek {
  /** The environment: PATH is searched, and `go` needs the rest. */
  readonly variables: NodeJS.ProcessEnv;
  /** Where a downloaded server is kept between starts. */
  readonly cacheFolder: string;
  /** Tells a waiting person what is being tried. */
  readonly say: (sentence: string) => void;
}

type Rung = (seek: Seek) => Promise<string | undefined>;

const isExecutable = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );

const fromPath: Rung = async ({ variables }) => {
  for (const folder of (variables['PATH'] ?? '').split(delimiter).filter((part) => part !== ''))
    if (await isExecutable(join(folder, EXECUTABLE))) return join(folder, EXECUTABLE);
  return undefined;
};

const fromCache: Rung = async ({ cacheFolder }) => {
  const file = join(cacheFolder, EXECUTABLE);
  return (await isExecutable(file)) ? file : undefined;
};

const fromRelease: Rung = async (seek) => {
  const release = NATS_RELEASES[`${process.platform}-${process.arch}`];
  if (release === undefined) return undefined;
  seek.say(`nats-server: ${release.file} …`);
  const archive = await download(releaseUrl(release.file));
  const sum = createHash('sha256').update(archive).digest('hex');
  if (sum !== release.sha256) throw new Error(`${release.file} has the wrong SHA-256 (${sum}); it was not used`);
  return unpack(archive, { folder: release.file.replace('.tar.gz', ''), cacheFolder: seek.cacheFolder });
};

const download = async (url: string): Promise<Buffer> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS) });
  if (!response.ok) throw new Error(`the download answered ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
};

/** Unpacked beside the cache and renamed into it, so that an interrupted download is never taken for a server. */
const unpack = async (archive: Buffer, target: { folder: string; cacheFolder: string }): Promise<string> => {
  await mkdir(target.cacheFolder, { recursive: true });
  const work = await mkdtemp(join(target.cacheFolder, 'unpack-'));
  try {
    await writeFile(join(work, 'server.tar.gz'), archive);
    await run('tar', ['-xzf', join(work, 'server.tar.gz'), '-C', work]);
    const file = join(target.cacheFolder, EXECUTABLE);
    await rename(join(work, target.folder, EXECUTABLE), file);
    await chmod(file, 0o755);
    return file;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
};

const fromGo: Rung = async (seek) => {
  seek.say('nats-server: go install …');
  const module = `github.com/nats-io/nats-server/v2@v${NATS_VERSION}`;
  await run('go', ['install', module], {
    env: { ...seek.variables, GOBIN: seek.cacheFolder },
    timeout: INSTALL_TIMEOUT_MS,
  });
  return fromCache(seek);
};

const fromApt: Rung = async (seek) => {
  if (process.getuid?.() !== 0 || !(await isExecutable('/usr/bin/apt-get'))) return undefined;
  seek.say('nats-server: apt-get install …');
  await run('apt-get', ['update', '-qq'], { timeout: INSTALL_TIMEOUT_MS });
  await run('apt-get', ['install', '-y', '-qq', 'nats-server'], { timeout: INSTALL_TIMEOUT_MS });
  return fromPath({ ...seek, variables: { PATH: '/usr/bin:/usr/sbin' } });
};

const LADDER: readonly (readonly [string, Rung])[] = [
  ['PATH', fromPath],
  ['cache', fromCache],
  ['release', fromRelease],
  ['go install', fromGo],
  ['apt-get', fromApt],
];

/** The path of a nats-server; throws one message that says what each rung answered and how to get one by hand. */
export const findNatsServer = async (seek: Seek): Promise<string> => {
  const answers: string[] = [];
  for (const [name, rung] of LADDER) {
    const found = await rung(seek).catch(
      (error: Error) => void answers.push(`${name}: ${error.message.split('\n')[0]}`),
    );
    if (found !== undefined) return found;
  }
  throw new Error(
    `No nats-server was found and none could be fetched (${answers.join('; ')}). Install one (apt-get install ` +
      'nats-server, brew install nats-server, winget install NATSAuthors.NATSServer), or set NATS_URL to a running one.',
  );
};
