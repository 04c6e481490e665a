import { accessSync, constants } from 'node:fs';

/** Whether this account may change what is in a folder: not without the right, and not on a disk that is mounted read-only. */
export const mayChange = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
