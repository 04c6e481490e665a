/** A write of a text file is the largest thing anybody sends. */
export const BODY_BYTES = 1024 * 1024;

/** A whole request must arrive within this, or a slow sender would hold a connection for ever. */
export const REQUEST_MS = 30_000;
