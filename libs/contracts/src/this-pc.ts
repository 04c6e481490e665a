import { RESERVED_IDS } from './machine.js';

/** What every process must agree on about the PC it runs on. Pure: the environment is handed in. */

/** A machine id from a host name: `Pc de María.local` → `pc-de-maria`. */
export const machineIdFrom = (hostName: string): string => {
  const plain = (hostName.split('.')[0] ?? '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  const id = slug.slice(0, 32).replace(/-+$/, '') || 'pc';
  return RESERVED_IDS.includes(id) ? `pc-${id}` : id;
};

export interface ThisPc {
  readonly platform: string;
  readonly home: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** Where Ordena keeps its state unless ORDENA_STATE says otherwise; never inside a place. */
export const stateFolderOf = ({ platform, home, variables }: ThisPc): string => {
  if (variables['ORDENA_STATE']) return variables['ORDENA_STATE'];
  if (platform === 'win32') return `${variables['LOCALAPPDATA'] ?? `${home}/AppData/Local`}/Ordena`;
  if (platform === 'darwin') return `${home}/Library/Application Support/Ordena`;
  return `${variables['XDG_STATE_HOME'] || `${home}/.local/state`}/ordena`;
};
