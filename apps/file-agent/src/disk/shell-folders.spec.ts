import { describe, expect, it } from '@jest/globals';
import { windowsKnownFolders } from './known-folders.js';
import { parseRegQuery } from './shell-folders.js';

const PRINTED = [
  '',
  String.raw`HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders`,
  String.raw`    AppData    REG_EXPAND_SZ    %USERPROFILE%\AppData\Roaming`,
  String.raw`    Desktop    REG_EXPAND_SZ    %USERPROFILE%\OneDrive - Empresa S.A\Escritorio`,
  String.raw`    My Pictures    REG_SZ    D:\Imágenes  de  casa`,
  String.raw`    {374DE290-123F-4565-9164-39C4925E467B}    REG_EXPAND_SZ    %USERPROFILE%\Descargas`,
  String.raw`    Count    REG_DWORD    0x1`,
  '',
].join('\r\n');

describe('the folders that Windows names', () => {
  it('are read from what reg query prints, blanks and accents kept', () => {
    expect(parseRegQuery(PRINTED)).toEqual({
      AppData: String.raw`%USERPROFILE%\AppData\Roaming`,
      Desktop: String.raw`%USERPROFILE%\OneDrive - Empresa S.A\Escritorio`,
      'My Pictures': String.raw`D:\Imágenes  de  casa`,
      '{374DE290-123F-4565-9164-39C4925E467B}': String.raw`%USERPROFILE%\Descargas`,
    });
    expect(parseRegQuery('ERROR: The system was unable to find the specified registry key.')).toEqual({});
  });

  it('are the places, wherever OneDrive took them', () => {
    const environment = { USERPROFILE: String.raw`C:\Users\ana` };
    const found = windowsKnownFolders({ environment, shellFolders: parseRegQuery(PRINTED), exists: () => true });
    expect(found).toMatchObject({
      desktop: String.raw`C:\Users\ana\OneDrive - Empresa S.A\Escritorio`,
      pictures: String.raw`D:\Imágenes  de  casa`,
      downloads: String.raw`C:\Users\ana\Descargas`,
    });
  });
});
