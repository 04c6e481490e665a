import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running house leaves for the next start: who it is and where it listens. Mode 0600: the URL holds the token. */
export interface HouseFile {
  readonly pid: number;
  readonly url: string;
}

const fileIn = (stateFolder: string): string => join(stateFolder, 'house.json');

export const writeHouseFile = async (stateFolder: string, house: HouseFile): Promise<void> => {
  await mkdir(stateFolder, { recursive: true, mode: 0o700 });
  await writeFile(fileIn(stateFolder), JSON.stringify(house), { mode: 0o600 });
};

export const removeHouseFile = (stateFolder: string): Promise<void> => rm(fileIn(stateFolder), { force: true });

/** The house that already runs on this state folder, if its gateway still answers. */
export const runningHouse = async (stateFolder: string): Promise<HouseFile | undefined> => {
  const text = await readFile(fileIn(stateFolder), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const house = JSON.parse(text) as HouseFile;
  return (await answers(new URL('/health', house.url))) ? house : undefined;
};

const answers = (url: URL): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.ok,
    () => false,
  );
