import { headers, type Msg, type MsgHdrs } from '@nats-io/transport-node';
import { isErrorCode, OrdenaError, type ErrorBody } from '#contracts/errors';

/** ADR-32 error headers (github.com/nats-io/nats-architecture-and-design, adr/ADR-32.md). */
const ERROR_TEXT = 'Nats-Service-Error';
const ERROR_CODE = 'Nats-Service-Error-Code';

/** Header values end at a line break, so a name with one in it must not start another header. */
const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ').slice(0, 500);

export const errorHeaders = (error: OrdenaError): MsgHdrs => {
  const wire = headers();
  wire.set(ERROR_TEXT, oneLine(`${error.code}: ${error.message}`));
  wire.set(ERROR_CODE, String(error.status));
  return wire;
};

export const errorPayload = (error: OrdenaError): string => JSON.stringify({ error: error.toBody() });

/** Whatever was thrown, as an error of the table. What we did not foresee is INTERNAL and tells nothing of itself. */
export const asOrdenaError = (thrown: unknown): OrdenaError =>
  thrown instanceof OrdenaError
    ? thrown
    : new OrdenaError('INTERNAL', 'Something went wrong on our side; the log of that process says what.', {
        cause: thrown,
      });

/** The error a reply carries, or undefined for a good one. */
export const errorIn = (message: Msg): OrdenaError | undefined => {
  const code = message.headers?.get(ERROR_CODE);
  if (code === undefined || code === '') return undefined;
  const body = errorBodyIn(message);
  if (body !== undefined) return OrdenaError.fromBody(body);
  return new OrdenaError('INTERNAL', message.headers?.get(ERROR_TEXT) || `The service answered error ${code}.`);
};

const errorBodyIn = (message: Msg): ErrorBody | undefined => {
  try {
    const body = message.json<{ error?: ErrorBody }>().error;
    return body !== undefined && isErrorCode(body.code) ? body : undefined;
  } catch {
    return undefined; // a foreign service may put anything, or nothing, in the body of an error
  }
};
