import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { DeskFile } from '#contracts/enrolment';
import { hasBundle } from './bundle.js';

/**
 * The one line to paste on another PC. It trusts nothing it fetches: the first script is run only if its hash is the one in
 * the line, and that script holds the certificate which vouches for the rest.
 *
 * One line for sh, zsh, PowerShell and cmd alike: inside the double quotes there is no `$`, `!`, `%`, `\` or backtick.
 */
export const commandFor = (desk: DeskFile, { code, displayName }: { code: string; displayName?: string }): string => {
  const name = displayName !== undefined && PLAIN.test(displayName) ? ` --name "${displayName}"` : '';
  const caPem = readFileSync(desk.caFile, 'utf8');
  if (!hasBundle()) return `npm run agent -- enrol ${desk.url} ${code} ${fingerprintOf(caPem)}${name}`;
  const hash = createHash('sha256').update(joinScript(desk)).digest('hex');
  return (
    `node -e "require('https').get('${desk.url}/join.js',{rejectUnauthorized:false},r=>{let s='';` +
    `r.on('data',d=>s+=d).on('end',()=>require('crypto').createHash('sha256').update(s).digest('hex')=='${hash}'?eval(s):` +
    `(console.error('Not the Ordena this line was made for. Nothing was run.'),process.exit(1)))})` +
    `.on('error',e=>(console.error(e.message),process.exit(1)))" ${code}${name}`
  );
};

/** What no shell takes for anything but a name; else the owner says it on that PC. */
const PLAIN = /^[\p{L}\p{N} ._-]{1,64}$/u;

/** SHA-256 of the authority's certificate. */
const fingerprintOf = (caPem: string): string =>
  createHash('sha256').update(new X509Certificate(caPem).raw).digest('hex');

/** Fetches the agent into the state folder and lets it enrol; plain JavaScript, since that PC has Node and nothing else. */
export const joinScript = (desk: DeskFile): string => {
  const caPem = readFileSync(desk.caFile, 'utf8');
  const facts = { url: desk.url, ca: caPem, fingerprint: fingerprintOf(caPem) };
  return `const facts = ${JSON.stringify(facts)};\n${JOIN}`;
};

const JOIN = `
const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { spawn } = require('node:child_process');
const { env, platform, versions } = process;

const [major, minor] = versions.node.split('.').map(Number);
const home = env.ORDENA_HOME || require('node:os').homedir();
const state = () => {
  if (env.ORDENA_STATE) return env.ORDENA_STATE;
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'Ordena');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Ordena');
  return join(env.XDG_STATE_HOME || join(home, '.local', 'state'), 'ordena');
};

const fetched = (path) =>
  new Promise((done, fail) => {
    require('node:https').get(facts.url + path, { ca: facts.ca }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        if (response.statusCode === 200) done(Buffer.concat(chunks));
        else fail(new Error(facts.url + path + ' answered ' + response.statusCode));
      });
    }).on('error', fail);
  });

const main = async () => {
  if (major < 20 || (major === 20 && minor < 19)) throw new Error('Ordena needs Node 20.19 or newer; this is ' + versions.node);
  const folder = join(state(), 'agent');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of JSON.parse(await fetched('/agent'))) writeFileSync(join(folder, name), await fetched('/agent/' + name));
  const [code, ...more] = process.argv.slice(1);
  const args = [join(folder, 'ordena-agent.mjs'), 'enrol', facts.url, code, facts.fingerprint, ...more];
  const agent = spawn(process.execPath, args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => agent.kill(signal));
  agent.on('exit', (code) => process.exit(code === null ? 1 : code));
};

main().catch((error) => (console.error(error.message), process.exit(1)));
`;
