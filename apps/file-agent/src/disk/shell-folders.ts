import { execFileSync } from 'node:child_process';

/** Where Windows writes down the folders of a person, also when OneDrive or the owner has taken them elsewhere. */
const KEY = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders`;
const WAIT_MS = 5_000;

/** `    Desktop    REG_EXPAND_SZ    %USERPROFILE%\OneDrive\Escritorio` */
const VALUE_LINE = /^ {4}(.+?) {4}REG_(?:EXPAND_)?SZ {4}(.*?)\r?$/;

/** The values in what `reg query` prints, by name. */
export const parseRegQuery = (text: string): Record<string, string> =>
  Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const found = VALUE_LINE.exec(line);
      return found ? [[found[1]!, found[2]!] as const] : [];
    }),
  );

/** Empty where it cannot be asked: then the folders in the profile count. UTF-8, since names have accents. */
export const readShellFolders = (): Record<string, string> => {
  try {
    const command = `chcp 65001>nul & reg query "${KEY}"`;
    const options = { encoding: 'utf8', timeout: WAIT_MS, windowsHide: true, windowsVerbatimArguments: true } as const;
    return parseRegQuery(execFileSync('cmd.exe', ['/d', '/s', '/c', `"${command}"`], options));
  } catch {
    return {};
  }
};
