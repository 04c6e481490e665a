import { compileGlob } from '../selection/glob.js';
import { fold } from '../selection/fold.js';

/** Names that hold keys and passwords. They are listed and nothing else, unless the owner opens them on the PC. */
export const SENSITIVE_NAMES: readonly string[] = [
  '.ssh, .gnupg, .aws, .azure, .kube, .password-store, .netrc, .pgpass, .git-credentials',
  '.env, .env.*, id_rsa*, id_dsa*, id_ecdsa*, id_ed25519*, *.ppk, *.p12, *.pfx',
  '*.kdbx, *.kdb, *.agilekeychain, *.opvault, *.keychain, *.keychain-db, wallet.dat',
  '.mozilla, .thunderbird, google-chrome, chromium, bravesoftware, user data',
  'logins.json, key3.db, key4.db, cookies.sqlite, login data',
].flatMap((line) => line.split(', '));

/** Whether the owner may open it: one of the patterns above, in any case. */
export const isSpared = (name: string): boolean => SENSITIVE_NAMES.some((pattern) => fold(pattern) === fold(name));

/** Asked for every file that is searched, so the exact names are not compared one by one. */
const PATTERN = /[*?{]/;

/** Whether any part of a path is denied. Case and accents do not matter, so `.SSH` is no way in. */
export type SensitiveTest = (names: readonly string[]) => boolean;

export const sensitiveTest = (owner: { deny: readonly string[]; allow: readonly string[] }): SensitiveTest => {
  const opened = new Set(owner.allow.map(fold));
  const builtIn = SENSITIVE_NAMES.filter((name) => !opened.has(fold(name)));
  const denied = [...builtIn, ...owner.deny];
  const exact = new Set(denied.filter((name) => !PATTERN.test(name)).map(fold));
  const globs = denied.filter((name) => PATTERN.test(name)).map(compileGlob);
  const isDenied = (name: string): boolean => exact.has(name) || globs.some((glob) => glob.matches(name));
  return (names) => names.some((name) => isDenied(fold(name)));
};
