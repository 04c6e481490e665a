/** A location is a place and the names below it, joined by slashes: `documents/2026/a.pdf`. */

/** The folder that it is in. */
export const parentOf = (location: string): string => location.split('/').slice(0, -1).join('/');

/** Its own name. */
export const leafOf = (location: string): string => location.split('/').at(-1) ?? '';
