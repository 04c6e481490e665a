import { foldName } from './fold.js';

/** "informe.pdf": what ends so is a file's name. */
export const isFileName = (name: string): boolean => /\.[a-z0-9]{1,11}$/i.test(name);

/** Whether a file is called so, with its ending or without. */
export const isNameOf = (file: string, name: string): boolean =>
  [file, file.replace(/\.[^.]+$/, '')].some((each) => foldName(each) === foldName(name));
