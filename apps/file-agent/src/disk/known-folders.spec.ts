import { describe, expect, it } from '@jest/globals';
import { linuxKnownFolders, macKnownFolders, parseUserDirs, windowsKnownFolders } from './known-folders.js';

const USER_DIRS = `# written by xdg-user-dirs-update
XDG_DESKTOP_DIR="$HOME/Escritorio"
XDG_DOWNLOAD_DIR="$HOME/Descargas/"
XDG_DOCUMENTS_DIR="/data/papeles"
XDG_MUSIC_DIR="$HOME/"
XDG_VIDEOS_DIR="relative/videos"
`;

const among =
  (...paths: string[]) =>
  (path: string): boolean =>
    paths.includes(path);

describe('known folders', () => {
  it('reads user-dirs.dirs as xdg-user-dirs means it', () => {
    expect(Object.fromEntries(parseUserDirs(USER_DIRS, '/home/u'))).toEqual({
      DESKTOP: '/home/u/Escritorio',
      DOWNLOAD: '/home/u/Descargas',
      DOCUMENTS: '/data/papeles',
      MUSIC: '/home/u',
    });
  });

  it('on Linux: what is set, else the names of either language; a folder set to the home is no place', () => {
    const exists = among('/home/u/Escritorio', '/home/u/Descargas', '/data/papeles', '/home/u', '/home/u/Imágenes');
    expect(linuxKnownFolders({ home: '/home/u', userDirs: USER_DIRS, exists })).toEqual({
      desktop: '/home/u/Escritorio',
      downloads: '/home/u/Descargas',
      documents: '/data/papeles',
      pictures: '/home/u/Imágenes',
    });
  });

  it('on Linux a folder that is set and missing is not guessed elsewhere', () => {
    const home = { home: '/home/u', userDirs: USER_DIRS, exists: among('/home/u/Desktop') };
    expect(linuxKnownFolders(home)).toEqual({});
  });

  it('on macOS the names on disk are English, and videos are movies', () => {
    const exists = among('/Users/u/Desktop', '/Users/u/Movies');
    expect(macKnownFolders('/Users/u', exists)).toEqual({ desktop: '/Users/u/Desktop', videos: '/Users/u/Movies' });
  });

  it('on Windows: redirected, in OneDrive, or in the profile', () => {
    const found = windowsKnownFolders({
      environment: { UserProfile: 'C:\\Users\\u' },
      shellFolders: { Personal: '%USERPROFILE%\\OneDrive\\Documentos' },
      exists: among('C:\\Users\\u\\OneDrive\\Documentos', 'C:\\Users\\u\\OneDrive\\Desktop', 'C:\\Users\\u\\Downloads'),
    });
    expect(found).toEqual({
      documents: 'C:\\Users\\u\\OneDrive\\Documentos',
      desktop: 'C:\\Users\\u\\OneDrive\\Desktop',
      downloads: 'C:\\Users\\u\\Downloads',
    });
  });
});
