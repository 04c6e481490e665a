/** What texts in requests look like: checked by the schemas, told by the document, and said in words by `issues.ts`. */

export const MACHINE_PATTERN = /^[a-z0-9][a-z0-9-]{0,31}$/;

/** Where a page goes on: base64url of what only its maker reads. */
export const CURSOR_PATTERN = /^[A-Za-z0-9_-]+$/;

/** What an IANA name may look like; whether there is such a zone only the process knows that reckons with it. */
export const TIME_ZONE_PATTERN = /^[A-Za-z][A-Za-z0-9_+/-]*$/;

/** A day, or an instant of ISO 8601. */
export const DATE_PATTERN =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?)?$/;
