/** A location is a place and the names below it, joined by slashes: `documents/2026/a.pdf`. */

/** The folder that it is in. */
export const parentOf = (location: string): string => location.split('/').slice(0, -1).join('/');

/** Whether the first is the second, or lies below it. */
export const isWithin = (inner: string, outer: string): boolean => `${inner}/`.startsWith(`${outer}/`);

/** Its own name. */
export const leafOf = (location: string): string => location.split('/').at(-1) ?? '';
