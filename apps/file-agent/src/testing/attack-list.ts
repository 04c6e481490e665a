/** The attack list over the wire, as data: what is asked, by every operation, and the code each must answer. */

/** How each operation is asked about one location, as source and as target. */
export const ASKS: readonly (readonly [name: string, operation: string, body: (location: string) => object])[] = [
  ['find', 'find', (location) => ({ in: location })],
  ['read', 'read', (location) => ({ file: location })],
  ['duplicates', 'duplicates', (location) => ({ in: location })],
  ['duplicates with', 'duplicates', (location) => ({ in: 'documents', with: location })],
  ['move', 'move', (location) => ({ from: location, to: 'documents' })],
  ['move to', 'move', (location) => ({ from: 'desktop/a.txt', to: location })],
  ['copy', 'copy', (location) => ({ from: location, to: 'documents' })],
  ['copy to', 'copy', (location) => ({ from: 'desktop/a.txt', to: location })],
  ['rename', 'rename', (location) => ({ from: location, to: 'otro' })],
  ['trash', 'trash', (location) => ({ from: location })],
  ['create-folder', 'create-folder', (location) => ({ folder: location })],
  ['write', 'write', (location) => ({ file: location, text: 'x', mode: 'replace' })],
];

/** Rows 1–5, 7, 11–13, 15, 25–27, 32, 33, 40, 81 of the list: one answer for all operations. */
export const EVERYWHERE: readonly (readonly [location: string, code: string])[] = [
  ['../x', 'OUTSIDE_ROOT'],
  ['desktop/../../x', 'OUTSIDE_ROOT'],
  ['/etc/passwd', 'OUTSIDE_ROOT'],
  ['/etc/not-there', 'OUTSIDE_ROOT'],
  ['C:\\Windows\\x', 'OUTSIDE_ROOT'],
  ['{home}/Desktop-evil/x', 'OUTSIDE_ROOT'],
  ['/proc/self/fd/3/x', 'OUTSIDE_ROOT'],
  ['/dev/fd/3', 'OUTSIDE_ROOT'],
  ['/.vol/1/2', 'OUTSIDE_ROOT'],
  ['~/x', 'BAD_PATH'],
  ['$HOME/x', 'BAD_PATH'],
  ['%USERPROFILE%/x', 'BAD_PATH'],
  ['file:///etc/passwd', 'BAD_PATH'],
  ['\\\\?\\GLOBALROOT\\x', 'BAD_PATH'],
  ['\\\\.\\PhysicalDrive0', 'BAD_PATH'],
  ['\\\\server\\share', 'BAD_PATH'],
  ['//server/share', 'BAD_PATH'],
  ['C:x', 'BAD_PATH'],
  ['D:', 'BAD_PATH'],
  ['.', 'BAD_PATH'],
  ['/', 'BAD_PATH'],
  ['', 'BAD_REQUEST'],
  ['desktop\\a.txt', 'BAD_NAME'],
  ['desktop/a\0b', 'BAD_NAME'],
  ['desktop/\ud800', 'ENCODING'],
  [`desktop/${'n'.repeat(256)}`, 'NAME_TOO_LONG'],
  [`desktop/${'漢'.repeat(86)}`, 'NAME_TOO_LONG'],
  [`desktop/${`${'漢'.repeat(80)}/`.repeat(20)}x`, 'NAME_TOO_LONG'],
  [`desktop/${'d/'.repeat(2500)}x`, 'BAD_REQUEST'],
  [`desktop/${'d/'.repeat(65)}x`, 'TOO_DEEP'],
  ['desktop/out/x', 'SYMLINK_OUTSIDE'],
  ['desktop/out-missing/x', 'SYMLINK_OUTSIDE'],
  ['system/fs/cgroup/x', 'MOUNT'],
  ['desktop/.ssh/id_ed25519', 'SENSITIVE'],
  ['desktop/.SSH/id', 'SENSITIVE'],
  ['desktop/claves.KDBX', 'SENSITIVE'],
  ['desktop/.env', 'SENSITIVE'],
  ['nowhere/x', 'UNKNOWN_PLACE'],
];

/**
 * What is already there (rows 8–10, 14, 16–19, 23–26), and what each operation may do with it: `-`, or its refusal.
 * Links are moved, renamed and trashed as links, never through them; one that stays inside may be read through.
 */
const THERE_TABLE = `
location           find             read             duplicates       duplicates with  move          move to          copy             copy to          rename        trash         create-folder  write
desktop            -                NOT_A_FILE       -                -                PROTECTED     NOTHING_TO_DO    PROTECTED        NOTHING_TO_DO    PROTECTED     PROTECTED     NOTHING_TO_DO  NOT_A_FILE
desktop/           -                NOT_A_FILE       -                -                PROTECTED     NOTHING_TO_DO    PROTECTED        NOTHING_TO_DO    PROTECTED     PROTECTED     NOTHING_TO_DO  NOT_A_FILE
desktop/sub        -                NOT_A_FILE       -                -                -             -                -                -                -             -             NOTHING_TO_DO  NOT_A_FILE
desktop/missing    NOT_FOUND        NOT_FOUND        NOT_FOUND        NOT_FOUND        NOT_FOUND     -                NOT_FOUND        -                NOT_FOUND     NOT_FOUND     -              -
desktop/%2e%2e%2f  NOT_FOUND        NOT_FOUND        NOT_FOUND        NOT_FOUND        NOT_FOUND     -                NOT_FOUND        -                NOT_FOUND     NOT_FOUND     -              -
desktop/a.txt/     NOT_A_FOLDER     NOT_A_FOLDER     NOT_A_FOLDER     NOT_A_FOLDER     NOT_A_FOLDER  NOT_A_FOLDER     NOT_A_FOLDER     NOT_A_FOLDER     NOT_A_FOLDER  NOT_A_FOLDER  EXISTS         NOT_A_FILE
desktop/a.txt/x    NOT_A_FOLDER     NOT_A_FOLDER     NOT_A_FOLDER     NOT_A_FOLDER     NOT_A_FOLDER  NOT_A_FOLDER     NOT_A_FOLDER     NOT_A_FOLDER     NOT_A_FOLDER  NOT_A_FOLDER  NOT_A_FOLDER   NOT_A_FOLDER
desktop/out        SYMLINK_OUTSIDE  SYMLINK_OUTSIDE  SYMLINK_OUTSIDE  SYMLINK_OUTSIDE  -             SYMLINK_OUTSIDE  SYMLINK_OUTSIDE  SYMLINK_OUTSIDE  -             -             EXISTS         SYMLINK_OUTSIDE
desktop/secret     SYMLINK_OUTSIDE  SYMLINK_OUTSIDE  SYMLINK_OUTSIDE  SYMLINK_OUTSIDE  -             SYMLINK_OUTSIDE  SYMLINK_OUTSIDE  SYMLINK_OUTSIDE  -             -             EXISTS         SYMLINK_OUTSIDE
desktop/no-secret  SYMLINK_OUTSIDE  SYMLINK_OUTSIDE  SYMLINK_OUTSIDE  SYMLINK_OUTSIDE  -             SYMLINK_OUTSIDE  SYMLINK_OUTSIDE  SYMLINK_OUTSIDE  -             -             EXISTS         SYMLINK_OUTSIDE
desktop/dangling   NOT_FOUND        NOT_FOUND        NOT_FOUND        NOT_FOUND        -             SYMLINK          -                SYMLINK          -             -             EXISTS         SYMLINK
desktop/inside     -                -                NOT_A_FOLDER     NOT_A_FOLDER     -             SYMLINK          -                SYMLINK          -             -             EXISTS         SYMLINK
desktop/loop       SYMLINK_LOOP     SYMLINK_LOOP     SYMLINK_LOOP     SYMLINK_LOOP     -             SYMLINK_LOOP     SYMLINK_LOOP     SYMLINK_LOOP     -             -             EXISTS         SYMLINK_LOOP
desktop/chain-0    SYMLINK_LOOP     SYMLINK_LOOP     SYMLINK_LOOP     SYMLINK_LOOP     -             SYMLINK_LOOP     SYMLINK_LOOP     SYMLINK_LOOP     -             -             EXISTS         SYMLINK_LOOP
desktop/chain-1    -                -                NOT_A_FOLDER     NOT_A_FOLDER     -             SYMLINK          -                SYMLINK          -             -             EXISTS         SYMLINK
desktop/twin       -                HARDLINK         NOT_A_FOLDER     NOT_A_FOLDER     -             NOT_A_FOLDER     HARDLINK         NOT_A_FOLDER     -             -             EXISTS         HARDLINK
desktop/pipe       -                SPECIAL_FILE     NOT_A_FOLDER     NOT_A_FOLDER     SPECIAL_FILE  NOT_A_FOLDER     SPECIAL_FILE     NOT_A_FOLDER     SPECIAL_FILE  SPECIAL_FILE  EXISTS         SPECIAL_FILE
system/fs/cgroup   MOUNT            NOT_A_FILE       MOUNT            MOUNT            MOUNT         MOUNT            MOUNT            MOUNT            MOUNT         MOUNT         NOTHING_TO_DO  NOT_A_FILE
`;

export const THERE: readonly (readonly [location: string, codes: readonly (string | undefined)[]])[] =
  THERE_TABLE.trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(/ +/))
    .map(([location, ...codes]) => [location!, codes.map((code) => (code === '-' ? undefined : code))]);

/** Names that nothing new may be given: rows 6, 11, 28–30, 41. */
export const BAD_NAMES = [
  'a\nb',
  'a\rb',
  'a\u001bb',
  'CON',
  'nul.txt',
  'COM1',
  'LPT9.log',
  'CONIN$',
  'COM¹',
  'a.txt.',
  'a.txt ',
  '...',
  'a:b',
  'a.txt:stream',
  'dir::$INDEX_ALLOCATION',
  'a\\b',
  'a\u202eb',
  'a\u200bb',
  'a\u{e0041}b',
];
