import { ValidateBy, type ValidationOptions } from 'class-validator';
import { MachineIdSchema } from '../machine.js';

export const TEXT_TOO_LONG = 'textTooLong';

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** A string with something in it besides white space. */
export const IsSaid = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isSaid',
      validator: {
        validate: (value) => typeof value === 'string' && value.trim() !== '',
        defaultMessage: () => '$property must be a text that is not empty',
      },
    },
    options,
  );

/** At most `maxBytes` of UTF-8; its own constraint name, because the answer is 413 and not 400. */
export const IsAtMost = (maxBytes: number, options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: TEXT_TOO_LONG,
      constraints: [maxBytes],
      validator: {
        validate: (value) => typeof value !== 'string' || bytesOf(value) <= maxBytes,
        defaultMessage: () => `$property must be at most ${maxBytes} bytes`,
      },
    },
    options,
  );

/** Also none of the words that are taken: one check for HTTP, bus and enrolment. */
export const IsMachineId = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isMachineId',
      validator: {
        validate: (value) => MachineIdSchema.safeParse(value).success,
        defaultMessage: () => '$property must be the id of a machine',
      },
    },
    options,
  );
