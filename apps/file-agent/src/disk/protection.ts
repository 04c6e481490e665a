import { inodeKey } from './identity.js';
import type { Sys, SysStat } from './sys.js';

/** The agent's own folder in a place on another disk than its state: staging and trash. Never listed, never entered. */
export const VAULT_NAME = `.ordena-${process.getuid?.() ?? 'own'}`;

/** In any case: some disks take every spelling for that folder. */
export const isVaultName = (name: string): boolean =>
  name.length === VAULT_NAME.length && name.toLowerCase() === VAULT_NAME;

/**
 * Folders that no request may enter (the agent's state, vaults, trash) and those above them, which no request may move.
 * By identity, so another spelling or a bind mount does not help.
 */
export class Protection {
  private readonly own = new Set<string>();
  private readonly above = new Set<string>();

  /** Protects the folder at this real path. */
  add(sys: Sys, realPath: string): void {
    const names = realPath.split('/').filter((name) => name !== '');
    const paths = names.map((_, at) => `/${names.slice(0, at + 1).join('/')}`);
    const stats = (process.platform === 'win32' ? [realPath] : paths).map((path) => sys.lstat(path));
    const keys = stats.flatMap((stat) => (stat ? [inodeKey(stat)] : []));
    const own = keys.pop();
    if (own !== undefined) this.own.add(own);
    for (const key of keys) this.above.add(key);
  }

  isOwn(stat: Pick<SysStat, 'dev' | 'ino'>): boolean {
    return this.own.size > 0 && this.own.has(inodeKey(stat));
  }

  mayMove(stat: Pick<SysStat, 'dev' | 'ino'>): boolean {
    return !this.isOwn(stat) && !this.above.has(inodeKey(stat));
  }
}
