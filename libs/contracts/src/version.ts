/** SemVer of what runs, asked for by NATS services and `/health`; a spec keeps it equal to package.json. */
export const VERSION = '0.1.0';
