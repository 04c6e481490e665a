import { readFileSync } from 'node:fs';
import { DeskFileSchema, type DeskFile } from '#contracts/enrolment';
import { OrdenaError } from '#contracts/errors';

/** What the starter wrote about the desk; undefined: no other PC may join. Throws BAD_CONFIG. */
export const readDeskFile = (file: string | undefined): DeskFile | undefined => {
  if (file === undefined) return undefined;
  try {
    return DeskFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new OrdenaError('BAD_CONFIG', 'The file named by ORDENA_ENROL is not usable. Start Ordena again.', { cause });
  }
};
