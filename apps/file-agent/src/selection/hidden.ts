/** Files the system keeps for itself among people's own. They stay where they are unless asked for by name. */
const SYSTEM_NAMES = new Set([
  'desktop.ini',
  'thumbs.db',
  'ehthumbs.db',
  'iconcache.db',
  'ntuser.dat',
  '$recycle.bin',
  'system volume information',
  'icon\r',
]);

/** Few names are as long as one of these, and only those are looked at closely. */
const LENGTHS = new Set([...SYSTEM_NAMES].map(({ length }) => length));
const isSystemName = (name: string): boolean => LENGTHS.has(name.length) && SYSTEM_NAMES.has(name.toLowerCase());

/** Dot names everywhere, the system's own files, and the lock files that office programs leave beside open documents. */
export const isHidden = (name: string): boolean => name.startsWith('.') || name.startsWith('~$') || isSystemName(name);
