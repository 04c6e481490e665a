/** SemVer, as in package.json; NATS services require one. */
export const VERSION = '0.1.0';
